import type { FeedState, FeedStatus } from '../model/feed.ts';
import type { Instant } from '../model/instant.ts';
import { FIRST_RETRY, LONGEST_INTERVAL } from './limits.ts';
import type { FailedOutcome } from './poll-outcome.ts';
import { clampInterval } from './rhythm.ts';
import { afterMinutes } from './state-moves.ts';

/** Minutes from the first retry, doubled with each error in a row, up to a day. */
function backOff(errors: number): number {
  return Math.min(LONGEST_INTERVAL, FIRST_RETRY * 2 ** Math.min(errors - 1, 20));
}

const asksForTime = ({ status, retryAfterSeconds }: FailedOutcome): boolean =>
  status === 429 || (status === 503 && retryAfterSeconds !== null);

function statusOf(outcome: FailedOutcome): FeedStatus {
  if (outcome.code === 'gone') return 'gone';
  if (outcome.code === 'blocked') return 'blocked';
  return asksForTime(outcome) ? 'slow' : 'failing';
}

function waitMinutes(outcome: FailedOutcome, errors: number): number {
  if (outcome.code === 'blocked') return LONGEST_INTERVAL;
  const asked = asksForTime(outcome) ? (outcome.retryAfterSeconds ?? 0) / 60 : 0;
  return clampInterval(Math.max(asked, backOff(errors)));
}

/** The state after a poll that failed: only a feed that is gone (410) is never asked again. */
export function failedState(state: FeedState, outcome: FailedOutcome, now: Instant, jitter: number): FeedState {
  const errorCount = state.errorCount + 1;
  const status = statusOf(outcome);
  return {
    ...state,
    status,
    errorCount,
    nextPollAt: status === 'gone' ? null : afterMinutes(now, waitMinutes(outcome, errorCount), jitter),
    lastPollAt: now,
    failingSince: state.failingSince ?? now,
    lastError: { code: outcome.code, message: outcome.message.slice(0, 200) },
  };
}
