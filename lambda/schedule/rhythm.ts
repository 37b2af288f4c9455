import type { Instant } from '../model/instant.ts';
import { LONGEST_INTERVAL, MINUTE, RHYTHM_WINDOW, SHORTEST_INTERVAL } from './limits.ts';

/** A document that reaches back less than this is taken to reach back this far: a burst is not a rhythm. */
const SHORTEST_SPAN = 60;

/** Minutes put between the shortest and the longest interval. */
export function clampInterval(minutes: number): number {
  return Math.min(LONGEST_INTERVAL, Math.max(SHORTEST_INTERVAL, minutes));
}

/**
 * Minutes between polls by the feed's own rhythm: 7 days ÷ the week's number of items, between 5 min and 24 h. A document of at
 * least three items that reaches back less than a week is projected to one. `null` where no item says when it was published.
 */
export function rhythmOf(dates: Instant[], now: Instant): number | null {
  const ages = dates.map((date) => (Date.parse(now) - Date.parse(date)) / MINUTE).filter((age) => age >= 0);
  if (ages.length === 0) return null;
  const recent = ages.filter((age) => age <= RHYTHM_WINDOW).length;
  const oldest = ages.reduce((longest, age) => Math.max(longest, age), SHORTEST_SPAN);
  const span = ages.length >= 3 ? Math.min(RHYTHM_WINDOW, oldest) : RHYTHM_WINDOW;
  return clampInterval(recent === 0 ? LONGEST_INTERVAL : span / recent);
}
