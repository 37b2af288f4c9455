import { type Day, dayOf, type Instant, toInstant } from '../../model/instant.ts';

/** The days of a range of instants. */
export interface AskedDays {
  from: Day | undefined;
  /** The last one. */
  to: Day | undefined;
  /** Those of the two that are within the range in part only. */
  cut: Day[];
}

/** The days that a range lies in: `from` inclusive, `to` exclusive. */
export function askedDays(from: Instant | undefined, to: Instant | undefined): AskedDays {
  const first = from === undefined ? undefined : dayOf(from);
  const last = to === undefined ? undefined : dayOf(toInstant(Date.parse(to) - 1));
  const cut: Day[] = [];
  if (from !== undefined && first !== undefined && !isMidnight(from)) cut.push(first);
  if (to !== undefined && last !== undefined && !isMidnight(to)) cut.push(last);
  return { from: first, to: last, cut };
}

function isMidnight(instant: Instant): boolean {
  return instant.endsWith('T00:00:00Z');
}
