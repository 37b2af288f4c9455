import { type Instant, sortableInstant } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import { itemRecord } from '../records/item.ts';
import type { ItemRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { isExpired } from '../table/codec.ts';
import { indexKeys, keys, partitions } from '../table/keys.ts';

/** The part of the item repository that says which pages are to be tried. */
export function createDuePages(context: StoreContext): Pick<ItemRepository, 'duePages' | 'putOffPage'> {
  return {
    async duePages(now, limit) {
      const shards = partitions.duePages().map((partition) => readShard(context, partition, { now, limit }));
      return (await Promise.all(shards))
        .flat()
        .sort((a, b) => (a.position < b.position ? -1 : 1))
        .slice(0, limit)
        .map(({ item }) => item);
    },
    putOffPage: (id, { nextTryAt, pageTries }, expected) =>
      context.table.update(
        keys.item(id),
        { set: { nextTryAt, pageTries, gsi3sk: indexKeys.pendingPage(id, nextTryAt).gsi3sk } },
        { allOf: [{ equals: ['fullText', 'pending'] }, { equals: ['nextTryAt', expected] }] },
      ),
  };
}

async function readShard(context: StoreContext, partition: string, { now, limit }: { now: Instant; limit: number }) {
  // A '$' sorts behind the '#' that follows the instant in the sort keys.
  const high = `${sortableInstant(now)}$`;
  const query = { index: 'gsi3' as const, partition, high, pageSize: Math.max(limit, 1) };
  const found = await collect(context.table.query(query), limit);
  return found
    .filter((record) => !isExpired(record, context.clock.now()))
    .map((record) => {
      const { copies: _, ...item } = itemRecord.decode(record);
      return { item, position: String(record.gsi3sk) };
    });
}
