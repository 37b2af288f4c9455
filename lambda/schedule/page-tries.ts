import type { Instant } from '../model/instant.ts';
import { afterMinutes } from './state-moves.ts';

/** Minutes to wait after the first failed try of a page, after the second; the third is the last one. */
const WAITS = [10, 60];

/** When a page that has failed so many times is tried again; `null` when it is given up. */
export function nextPageTry(tries: number, now: Instant, jitter: number): Instant | null {
  const minutes = WAITS[tries - 1];
  return minutes === undefined ? null : afterMinutes(now, minutes, jitter);
}

/** When a page is tried that has stopped its worker: not before an hour is over. */
export function pageDeliveredAgain(now: Instant): Instant {
  return afterMinutes(now, 60, 0.5);
}

/** When a page is tried that could not be read because the article extractor was throttled: in three to seven minutes, so that pages come one by one. */
export function whenExtractorMayBeAsked(now: Instant, jitter: number): Instant {
  return afterMinutes(now, 3 + 4 * jitter, 0.5);
}
