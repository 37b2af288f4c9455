import type { ItemSummary } from '../../model/item.ts';
import type { Statement } from '../../model/statement.ts';
import type { StoreContext } from '../store-context.ts';
import type { Positioned } from '../store-shapes.ts';
import { readEditions } from './read-editions.ts';
import { statementPosition } from './record.ts';

/** So many items' statements are read at a time: few at first, for a short page. */
const FIRST_READ = 6;
const MOST_READ = 100;

/**
 * Statements from the newest on, by way of the items that have them: rows of their own in an index by day would be a write for every statement. What an
 * operator has struck is left out.
 */
export async function* listStatements(
  context: StoreContext,
  items: AsyncIterable<Positioned<ItemSummary>>,
  after: string | undefined,
): AsyncGenerator<Positioned<Statement>> {
  for await (const some of inChunks(items)) {
    const lists = await readEditions(
      context,
      some.map(({ id, edition }) => ({ itemId: id, edition })),
    );
    for (const [index, list] of lists.entries()) {
      const item = some[index];
      const placed = list
        .filter(({ correction }) => !correction?.notAStatement)
        .map((record) => ({ position: statementPosition(record), record, ...(item && { item }) }));
      for (const entry of placed.sort((one, other) => (one.position > other.position ? -1 : 1))) {
        if (after === undefined || entry.position < after) yield entry;
      }
    }
  }
}

/** Of a list of items those that have statements, in chunks. */
async function* inChunks(list: AsyncIterable<Positioned<ItemSummary>>): AsyncGenerator<ItemSummary[]> {
  let read = 0;
  let chunk: ItemSummary[] = [];
  for await (const { record } of list) {
    if (record.statementCount === 0) continue;
    chunk.push(record);
    // As many again as have been read.
    if (chunk.length < Math.min(Math.max(FIRST_READ, read), MOST_READ)) continue;
    yield chunk;
    read += chunk.length;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
