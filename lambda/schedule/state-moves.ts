import type { FeedState, Host } from '../model/feed.ts';
import { type Instant, toInstant } from '../model/instant.ts';
import { JITTER, MINUTE, VALIDATORS_LAST } from './limits.ts';

/** The moment so many minutes after `now`, moved by up to a tenth of the wait to either side; `jitter` is from 0 to 1. */
export function afterMinutes(now: Instant, minutes: number, jitter: number): Instant {
  return toInstant(Math.round(Date.parse(now) + minutes * MINUTE * (1 + JITTER * (2 * jitter - 1))));
}

/** For a feed whose host wants to be left alone: due up to five minutes after that, so that its feeds come one by one. */
export function heldBack(
  state: FeedState,
  { name, heldUntil, heldBy }: Host & { heldUntil: Instant },
  jitter: number,
): FeedState {
  const reason = (heldBy?.message ?? 'it answered so when the page of an article was asked for').slice(0, 200);
  return { ...state, nextPollAt: afterHold(heldUntil, jitter), held: { host: name, until: heldUntil, reason } };
}

/** A moment up to five minutes after a host may be asked again. */
export function afterHold(heldUntil: Instant, jitter: number): Instant {
  return toInstant(Math.round(Date.parse(heldUntil) + jitter * 5 * MINUTE));
}

/** The validators for a conditional request; none once they are 8 days old, and no time that has yet to come: it would hide what changes until then. */
export function validatorsToSend(state: FeedState, now: Instant): Pick<FeedState, 'etag' | 'lastModified'> {
  const { etag, lastModified, validatorsSince } = state;
  const age = validatorsSince === null ? null : Date.parse(now) - Date.parse(validatorsSince);
  // Of the future are those that came while the clock was ahead.
  const fresh = age !== null && age >= 0 && age < VALIDATORS_LAST * MINUTE;
  if (!fresh) return { etag: null, lastModified: null };
  const isToCome = Date.parse(lastModified ?? '') > Date.parse(now);
  return { etag, lastModified: isToCome ? null : lastModified };
}
