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

/** What is told of a feed whose worker stopped over it, or over another one of its batch: that cannot be told apart. */
const WORKER_STOPPED: FailedOutcome = {
  ...{ kind: 'failed', code: 'worker-stopped', status: null, retryAfterSeconds: null, host: null },
  message: 'the process that worked on it stopped before it was done',
};

/**
 * For a message that was redelivered, before it is worked on: whatever stopped its first worker is not met again before an hour is over, and later each time
 * that it stops another one.
 */
export function redeliveredState(state: FeedState, now: Instant): FeedState {
  const failed = failedState(state, WORKER_STOPPED, now, 0.5);
  const minutes = Math.max(60, backOff(failed.errorCount));
  // Items stored after its last poll are still counted as new by the next one.
  return { ...failed, lastPollAt: state.lastPollAt ?? now, nextPollAt: afterMinutes(now, minutes, 0.5) };
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
