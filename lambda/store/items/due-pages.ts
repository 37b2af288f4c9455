import { type Instant, sortableInstant } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import type { StoreContext } from '../store-context.ts';
import { decodeEach, isExpired } from '../table/codec.ts';
import type { ItemRepository } from './item-repository.ts';
import { decodeSummary, duePageKey, duePages, itemKey } from './record.ts';

/** The part of the item repository that says which pages are to be tried. */
export function createDuePages(context: StoreContext): Pick<ItemRepository, 'duePages' | 'putOffPage'> {
  return {
    async duePages(now, limit) {
      const shards = duePages().map((partition) => readShard(context, partition, { now, limit }));
      const found = (await Promise.all(shards)).flat().sort((a, b) => (String(a.gsi3sk) < String(b.gsi3sk) ? -1 : 1));
      return decodeEach(context, found, decodeSummary).slice(0, limit);
    },
    putOffPage: (id, { nextTryAt, pageTries }, expected) =>
      context.table.update(
        itemKey(id),
        { set: { nextTryAt, pageTries, gsi3sk: duePageKey(id, nextTryAt).gsi3sk } },
        {
          allOf: [{ equals: ['fullText', 'pending'] }, { equals: ['nextTryAt', expected] }],
        },
      ),
  };
}

async function readShard(context: StoreContext, partition: string, { now, limit }: { now: Instant; limit: number }) {
  // A '$' sorts behind the '#' that follows the instant in the sort keys.
  const high = `${sortableInstant(now)}$`;
  const query = { index: 'gsi3' as const, partition, high, pageSize: Math.max(limit, 1) };
  const found = await collect(context.table.query(query), limit);
  return found.filter((record) => !isExpired(record, context.clock.now()));
}
