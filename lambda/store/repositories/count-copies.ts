import { collect } from '../collect.ts';
import { copyRecord } from '../records/copy.ts';
import { itemRecord } from '../records/item.ts';
import type { StoreContext } from '../store-context.ts';
import { isExpired } from '../table/codec.ts';
import { keys } from '../table/keys.ts';

/** A text with more copies than this is boilerplate; so many are counted. */
const MOST_COUNTED = 100;

/**
 * How many copies each of these items has: items that share its address or text and are marked as its copies; items without are left
 * out. Takes a query for each address and text, and a read of those that share one.
 */
export async function countCopies(context: StoreContext, ids: string[]): Promise<Map<string, number>> {
  const items = (await context.table.batchGet(ids.map(keys.item))).map(itemRecord.decode);
  const sharing = await Promise.all(
    items.map(async ({ id, copies }): Promise<[string, string[]]> => {
      const lists = copies.map((partition) =>
        collect(context.table.query({ index: null, partition, pageSize: MOST_COUNTED }), MOST_COUNTED),
      );
      const rows = (await Promise.all(lists)).flat().map(copyRecord.decode);
      return [id, [...new Set(rows.map(({ itemId }) => itemId))].filter((itemId) => itemId !== id)];
    }),
  );
  const others = [...new Set(sharing.flatMap(([, itemIds]) => itemIds))];
  if (others.length === 0) return new Map();
  const found = await context.table.batchGet(others.map(keys.item));
  const alive = found.filter((record) => !isExpired(record, context.clock.now())).map(itemRecord.decode);
  const originals = new Map(alive.map(({ id, duplicateOf }) => [id, duplicateOf]));
  const counts = sharing.map(([id, itemIds]): [string, number] => [
    id,
    itemIds.filter((itemId) => originals.get(itemId) === id).length,
  ]);
  return new Map(counts.filter(([, count]) => count > 0));
}
