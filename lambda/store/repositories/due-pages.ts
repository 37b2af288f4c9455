import { type Instant, sortableInstant } from '../../model/instant.ts';
import { isExpired } from '../codec.ts';
import { collect } from '../collect.ts';
import { indexKeys, keys, partitions } from '../keys.ts';
import { itemRecord } from '../records/item.ts';
import type { ItemRepository } from '../store.ts';
import { type TableContext, updateRecord } from '../table.ts';
import { queryRecords } from '../table-queries.ts';

/** The part of the item repository that says which pages are to be tried. */
export function createDuePages(context: TableContext): Pick<ItemRepository, 'duePages' | 'putOffPage'> {
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
      updateRecord(
        context,
        keys.item(id),
        {
          expression: 'SET nextTryAt = :nextTryAt, pageTries = :pageTries, gsi3sk = :position',
          values: {
            ':nextTryAt': nextTryAt,
            ':pageTries': pageTries,
            ':position': indexKeys.pendingPage(id, nextTryAt).gsi3sk,
          },
        },
        {
          expression: 'fullText = :pending AND nextTryAt = :expected',
          values: { ':pending': 'pending', ':expected': expected },
        },
      ),
  };
}

async function readShard(context: TableContext, partition: string, { now, limit }: { now: Instant; limit: number }) {
  // A '$' sorts behind the '#' that follows the instant in the sort keys.
  const high = `${sortableInstant(now)}$`;
  const query = { index: 'gsi3' as const, partition, high, pageSize: Math.max(limit, 1) };
  const found = await collect(queryRecords(context, query), limit);
  return found
    .filter((record) => !isExpired(record, context.clock.now()))
    .map((record) => {
      const { copies: _, ...item } = itemRecord.decode(record);
      return { item, position: String(record.gsi3sk) };
    });
}
