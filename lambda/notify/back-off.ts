import type { Instant } from '../model/instant.ts';
import { toInstant } from '../model/instant.ts';
import type { ChannelHealth } from '../model/search.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LONGEST_WAIT = 6 * HOUR;
/** So long a delivery is tried. */
export const GIVE_UP_AFTER = 3 * DAY;
/** A channel that fails for so long is paused. */
const PAUSE_AFTER = 5 * DAY;

/** A failed try. */
export interface Failure {
  /** In words, without secrets. */
  message: string;
  /** Seconds for which the receiver asks to be left alone. */
  retryAfterSeconds: number | null;
  /** The receiver says that it is gone for good. */
  isGone: boolean;
}

/** How long to wait after so many failures: a minute, then twice as long each time, up to six hours; longer where the receiver asks, up to a day. */
export function waitAfter(failures: number, retryAfterSeconds: number | null): number {
  const own = Math.min(LONGEST_WAIT, MINUTE * 2 ** Math.min(failures - 1, 20));
  return Math.max(own, Math.min(DAY, (retryAfterSeconds ?? 0) * 1_000));
}

/** The health of a channel after one failure more at `now` (milliseconds). */
export function afterFailure(before: ChannelHealth | null, failure: Failure, now: number): ChannelHealth {
  const failures = (before?.failures ?? 0) + 1;
  const failingSince: Instant = before?.failingSince ?? toInstant(now);
  const isPaused = failure.isGone || now - Date.parse(failingSince) >= PAUSE_AFTER;
  return {
    failingSince,
    failures,
    nextTryAt: toInstant(now + waitAfter(failures, failure.retryAfterSeconds)),
    lastError: failure.message,
    pausedAt: before?.pausedAt ?? (isPaused ? toInstant(now) : null),
  };
}
