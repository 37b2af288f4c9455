import { collect } from '../collect.ts';
import type { StoreContext } from '../store-context.ts';
import { membersOf } from '../stories/record.ts';
import { decodeEach, isExpired } from '../table/codec.ts';
import { itemKey, itemRecord, type StoredItem } from './record.ts';

/** A text with more copies than this is boilerplate; so many are looked for. */
const MOST_FOUND = 100;

/**
 * The copies that each of these items has: those of its story, and before stories are linked, items that share its address or text and are marked as its
 * copies; items without are left out. Takes a query for each story, address and text, and a read of those that share one.
 */
export async function findCopies(context: StoreContext, ids: string[]): Promise<Map<string, string[]>> {
  const sharing = await Promise.all(
    (await readItems(context, ids)).map(async ({ id, storyId, copies }): Promise<[string, string[]]> => {
      const story = storyId === undefined ? [] : [membersOf('story', storyId)];
      const lists = [...copies, ...story].map((partition) =>
        collect(context.table.query({ index: null, partition, pageSize: MOST_FOUND }), MOST_FOUND),
      );
      const rows = (await Promise.all(lists)).flat();
      return [id, [...new Set(rows.map(({ itemId }) => String(itemId)))].filter((itemId) => itemId !== id)];
    }),
  );
  const others = await readItems(context, [...new Set(sharing.flatMap(([, itemIds]) => itemIds))]);
  const originals = new Map(others.map(({ id, duplicateOf }) => [id, duplicateOf]));
  const found = sharing.map(([id, itemIds]): [string, string[]] => [
    id,
    itemIds.filter((itemId) => originals.get(itemId) === id),
  ]);
  return new Map(found.filter(([, copies]) => copies.length > 0));
}

async function readItems(context: StoreContext, ids: string[]): Promise<StoredItem[]> {
  const found = await context.table.batchGet(ids.map(itemKey));
  const alive = found.filter((record) => !isExpired(record, context.clock.now()));
  return decodeEach(context, alive, itemRecord.decode);
}
