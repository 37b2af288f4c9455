import { farAhead } from '../common/is-due.ts';
import { type Instant, sortableInstant } from '../model/instant.ts';
import { collect } from './collect.ts';
import type { StoreContext } from './store-context.ts';
import type { Attributes } from './table/port.ts';

/**
 * Records of a partition of gsi3 that are due, the longest due first, at most `limit`: those of up to now, and those that a clock which was ahead has put off
 * for longer than anything is.
 */
export async function readDue(
  { table }: StoreContext,
  partition: string,
  { now, limit }: { now: Instant; limit: number },
): Promise<Attributes[]> {
  // A '$' sorts behind the '#' that follows the instant in the sort keys.
  const ranges = [{ high: `${sortableInstant(now)}$` }, { low: sortableInstant(farAhead(now)) }];
  const query = { index: 'gsi3' as const, partition, pageSize: Math.max(limit, 1) };
  const lists = ranges.map((range) => collect(table.query({ ...query, ...range }), limit));
  return (await Promise.all(lists)).flat().slice(0, limit);
}
