import { type Instant, toInstant } from '../../model/instant.ts';
import type { StoreContext } from '../store-context.ts';
import { itemIdAt } from '../table/key-parts.ts';
import { instantRange, readDayList } from '../timeline.ts';
import { changesOfDay } from './change-record.ts';
import { editionIn } from './edition.ts';
import { readItemPartition } from './item-partition.ts';

/** So many changed items are looked at. */
const MOST_ITEMS = 2_000;

/**
 * How many statements and texts of other editions than their item's stand beside the items that have changed since then: of writers that are at work, or
 * that died. What is older, `repair` has taken away.
 */
export async function countStale(context: StoreContext, { from }: { from: Instant }): Promise<number> {
  const list = readDayList(context, {
    ...instantRange({ from, to: toInstant(context.clock.now()) }),
    descending: false,
    index: null,
    days: 'changed',
    partitionsOf: changesOfDay,
  });
  const ids = new Set<string>();
  for await (const { position } of list) if (ids.add(itemIdAt(position)).size >= MOST_ITEMS) break;
  let count = 0;
  for (const id of ids) {
    const { item, all } = await readItemPartition(context, id);
    const own = item?.edition ?? '';
    count += all.filter((key) => (editionIn(key) ?? own) !== own).length;
  }
  return count;
}
