import type { ItemSummary } from '../../model/item.ts';
import type { Statement } from '../../model/statement.ts';
import { partitions, statementPosition } from '../keys.ts';
import { itemRecord } from '../records/item.ts';
import type { Positioned } from '../store-shapes.ts';
import type { TableContext } from '../table.ts';
import { decoded, readPartition, type SortKeyRange } from '../timeline.ts';

/** So many items' statements are read at a time: few at first, for a short page. */
const FIRST_READ = 4;
const MOST_READ = 16;

/** What is listed. */
interface FeedList {
  feedId: string;
  range: SortKeyRange;
  ofRevision: (itemId: string, revision: number) => Promise<Statement[]>;
}

/**
 * Statements of a feed, from the newest on, by way of its items: an index of their own would be a write unit more for every statement, to save a
 * reader a few queries. What an operator has struck is left out, as in the other lists.
 */
export async function* statementsOfFeed(
  context: TableContext,
  { feedId, range, ofRevision }: FeedList,
): AsyncGenerator<Positioned<Statement>> {
  const { after } = range;
  // An item's sort key is the beginning of its statements': going on behind one of these still finds its item.
  const items = decoded(
    context,
    readPartition(context, 'gsi1', partitions.itemsOfFeed(feedId), range),
    itemRecord.decode,
  );
  for await (const some of inChunks(items)) {
    const lists = await Promise.all(some.map(({ id, revision }) => ofRevision(id, revision)));
    for (const list of lists) {
      const kept = list.filter(({ correction }) => !correction?.notAStatement);
      const placed = kept.map((record) => ({ position: statementPosition(record), record }));
      placed.sort((one, other) => (one.position > other.position ? -1 : 1));
      for (const entry of placed) if (after === undefined || entry.position < after) yield entry;
    }
  }
}

async function* inChunks(list: AsyncIterable<Positioned<ItemSummary>>): AsyncGenerator<ItemSummary[]> {
  let size = FIRST_READ;
  let chunk: ItemSummary[] = [];
  for await (const { record } of list) {
    if (record.statementCount === 0) continue;
    chunk.push(record);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
    size = Math.min(size * 2, MOST_READ);
  }
  if (chunk.length > 0) yield chunk;
}
