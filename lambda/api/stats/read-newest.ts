import type { Instant } from '../../model/instant.ts';
import type { Store } from '../../store/store.ts';
import { type Walk, walk } from '../kernel/lists/walk.ts';
import { askedDays } from './asked-days.ts';

/** So many records are read for the figures of a query, unless told otherwise. */
export const MOST_COUNTED = 1_000;
/** So many are enough where the hourly counts tell everything behind them: a small archive is still counted as it is now. */
const MOST_BESIDE_COUNTS = 50;

/** The bound on reading for figures. `isCounted`: the hourly counts answer all of the query, once they were made. */
export async function boundOf(
  mostRead: number,
  query: { from?: Instant | undefined; to?: Instant | undefined },
  isCounted: boolean,
  { rollups }: Pick<Store, 'rollups'>,
): Promise<number> {
  const hasCounts = isCounted && askedDays(query.from, query.to).cut.length === 0 && (await rollups.through()) !== null;
  return hasCounts ? Math.min(mostRead, MOST_BESIDE_COUNTS) : mostRead;
}

/** Reads a list, newest first, until it ends or the bound is met; `since` is where that was. */
export async function readNewest<Entry extends { sortAt: Instant }, Row>(
  how: Omit<Walk<Entry, Row>, 'limit'>,
): Promise<{ rows: Row[]; since: Instant | null }> {
  let last: Instant | null = null;
  const { rows, next } = await walk({
    ...how,
    limit: Number.POSITIVE_INFINITY,
    keep(record) {
      last = record.sortAt;
      return how.keep(record);
    },
  });
  return { rows, since: next === null ? null : last };
}
