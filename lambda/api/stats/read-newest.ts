import type { Instant } from '../../model/instant.ts';
import { type Walk, walk } from '../kernel/lists/walk.ts';

/** So many records are read for the figures of a query, unless told otherwise. */
export const MOST_COUNTED = 1_000;

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
