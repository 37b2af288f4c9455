import type { FeedState, HeldPoll, Host } from '../model/feed.ts';
import { type Instant, isAfter, toInstant } from '../model/instant.ts';
import type { FailedOutcome, PollOutcome } from './poll-outcome.ts';

/** A host that asks for fewer requests (429) without saying when is left alone for ten minutes (as NetNewsWire does), and for a day at most. */
const HELD_SECONDS = 600;
const LONGEST_HELD_SECONDS = 86_400;

/** What a host has to be remembered for after a poll: until when it wants to be left alone, and the poll that was told so. */
export type Hold = Required<Pick<Host, 'heldUntil' | 'heldBy'>> & { heldUntil: Instant };

/** Until when all feeds of the host wait: after a 429, and after a 503 that says for how long. */
export function holdOf(feedId: string, outcome: PollOutcome, now: Instant): Hold | null {
  if (outcome.kind !== 'failed') return null;
  const { code, message, status, retryAfterSeconds } = outcome;
  const heldUntil = heldAfter(outcome, now);
  if (heldUntil === null) return null;
  return { heldUntil, heldBy: { feedId, at: now, code, message, status, retryAfterSeconds } };
}

/** Until when the host that answered so wants to be left alone; `null` where it doesn't. */
export function heldAfter(
  { status, retryAfterSeconds }: Pick<FailedOutcome, 'status' | 'retryAfterSeconds'>,
  now: Instant,
): Instant | null {
  const seconds = status === 429 ? (retryAfterSeconds ?? HELD_SECONDS) : status === 503 ? (retryAfterSeconds ?? 0) : 0;
  return seconds > 0 ? toInstant(Date.parse(now) + Math.min(LONGEST_HELD_SECONDS, seconds) * 1000) : null;
}

/** Whether the host must not be asked now. A hold for longer than there is was written by a clock that was ahead, and does not count. */
export function isHeld(host: Host | null, now: Instant): host is Host & { heldUntil: Instant } {
  if (host === null || host.heldUntil === null || !isAfter(host.heldUntil, now)) return false;
  return Date.parse(host.heldUntil) - Date.parse(now) <= LONGEST_HELD_SECONDS * 1000;
}

/** The poll of this feed that held the host and that the state does not know of: its run died in between. */
export function unrecordedPoll(host: Host, state: FeedState): { outcome: FailedOutcome; at: Instant } | null {
  const { heldBy } = host;
  if (!heldBy || heldBy.feedId !== state.feedId) return null;
  if (state.lastPollAt !== null && !isAfter(heldBy.at, state.lastPollAt)) return null;
  return { outcome: outcomeOf(heldBy, host.name), at: heldBy.at };
}

function outcomeOf({ code, message, status, retryAfterSeconds }: HeldPoll, host: string): FailedOutcome {
  return { kind: 'failed', code, message, status, retryAfterSeconds, host };
}
