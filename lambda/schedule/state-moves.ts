import type { FeedState } from '../model/feed.ts';
import { type Instant, toInstant } from '../model/instant.ts';
import { JITTER, MINUTE, VALIDATORS_LAST } from './limits.ts';

/** The moment so many minutes after `now`, moved by up to a tenth of the wait to either side; `jitter` is from 0 to 1. */
export function afterMinutes(now: Instant, minutes: number, jitter: number): Instant {
  return toInstant(Math.round(Date.parse(now) + minutes * MINUTE * (1 + JITTER * (2 * jitter - 1))));
}

/** For a feed whose host wants to be left alone until then: due up to five minutes later, so that its feeds come one by one. */
export function heldBack(state: FeedState, heldUntil: Instant, jitter: number): FeedState {
  return { ...state, nextPollAt: afterHold(heldUntil, jitter) };
}

/** A moment up to five minutes after a host may be asked again. */
export function afterHold(heldUntil: Instant, jitter: number): Instant {
  return toInstant(Math.round(Date.parse(heldUntil) + jitter * 5 * MINUTE));
}

/** The validators for a conditional request; none once they are 8 days old, and no time that has yet to come: it would hide what changes until then. */
export function validatorsToSend(state: FeedState, now: Instant): Pick<FeedState, 'etag' | 'lastModified'> {
  const { etag, lastModified, validatorsSince } = state;
  const fresh = validatorsSince !== null && Date.parse(now) - Date.parse(validatorsSince) < VALIDATORS_LAST * MINUTE;
  if (!fresh) return { etag: null, lastModified: null };
  const isToCome = Date.parse(lastModified ?? '') > Date.parse(now);
  return { etag, lastModified: isToCome ? null : lastModified };
}
