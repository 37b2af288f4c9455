import type { ItemSummary } from '../../model/item.ts';
import type { Statement } from '../../model/statement.ts';
import { readRevisions } from '../read-statements.ts';
import type { StoreContext } from '../store-context.ts';
import type { Positioned } from '../store-shapes.ts';
import { statementPosition } from '../table/keys.ts';

/** So many items' statements are read at a time: few at first, for a short page. */
const FIRST_READ = 12;
const MOST_READ = 100;

/** A revision whose statements are to be listed; `position` is what their positions begin with. */
interface Listed {
  position: string;
  record: { itemId: string; revision: number };
  item?: ItemSummary;
}

/** Which statements are listed. */
export interface Wish {
  /** Strictly behind this position. */
  after?: string | undefined;
  /** Of one speaker; of all by itself. */
  speakerId?: string | undefined;
}

/**
 * Statements from the newest on, by way of the items that have them: rows of their own in an index would be a write for every statement, and save a
 * reader some reads. What an operator has struck is left out.
 */
export async function* listStatements(
  context: StoreContext,
  revisions: AsyncIterable<Listed>,
  { after, speakerId }: Wish,
): AsyncGenerator<Positioned<Statement>> {
  for await (const some of inChunks(revisions)) {
    const lists = await readRevisions(
      context,
      some.map(({ record }) => record),
    );
    const placed = lists.flatMap((list, index) =>
      list.flatMap((record) => {
        const position = statementPosition(record);
        const isListed = !record.correction?.notAStatement && (after === undefined || position < after);
        if (!isListed || (speakerId !== undefined && record.speaker?.id !== speakerId)) return [];
        const item = some[index]?.item;
        return [{ position, record, ...(item && { item }) }];
      }),
    );
    yield* placed.sort((one, other) => (one.position > other.position ? -1 : 1));
  }
}

/** Of a list of items those that have statements. */
export async function* withStatements(items: AsyncIterable<Positioned<ItemSummary>>): AsyncGenerator<Listed> {
  for await (const { position, record } of items) {
    const { id: itemId, revision, statementCount } = record;
    if (statementCount > 0) yield { position, record: { itemId, revision }, item: record };
  }
}

/** Chunks of the list; two revisions of an item are never in different ones, for their statements have to be sorted together. */
async function* inChunks(list: AsyncIterable<Listed>): AsyncGenerator<Listed[]> {
  let size = FIRST_READ;
  let chunk: Listed[] = [];
  for await (const one of list) {
    if (chunk.length >= size && chunk.at(-1)?.position !== one.position) {
      yield chunk;
      chunk = [];
      size = Math.min(size * 2, MOST_READ);
    }
    chunk.push(one);
  }
  if (chunk.length > 0) yield chunk;
}
