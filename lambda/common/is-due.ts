import { type Instant, toInstant } from '../model/instant.ts';

/** Longer than anything is put off: a day, a tenth of it that spreads feeds, or a day's hold of a host and the minutes after it. */
const FARTHEST_MILLISECONDS = 27 * 3_600_000;

/** Whether what waits for that moment is to be done now. A moment farther ahead than anything is put off was written by a clock that was ahead. */
export function isDue(at: Instant | null, now: Instant): boolean {
  if (at === null) return false;
  const wait = Date.parse(at) - Date.parse(now);
  return wait <= 0 || wait > FARTHEST_MILLISECONDS;
}

/** Moments from this one on are farther ahead than anything is put off. */
export const farAhead = (now: Instant): Instant => toInstant(Date.parse(now) + FARTHEST_MILLISECONDS + 1);
