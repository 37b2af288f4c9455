import { feedIdOf } from '../common/feed-id.ts';
import type { FeedEvent, FeedState, FeedStatus } from '../model/feed.ts';
import type { Instant } from '../model/instant.ts';
import { failedState } from './failed-state.ts';
import { LONGEST_REQUEST, MINUTE, STALE_AFTER } from './limits.ts';
import type { NotModifiedOutcome, PollOutcome, ReadOutcome, Validators } from './poll-outcome.ts';
import { clampInterval, rhythmOf } from './rhythm.ts';
import { afterMinutes } from './state-moves.ts';

/** So many rejected entries are named in one event. */
const NAMED_REJECTIONS = 50;

/** A silent feed is asked again after this part of its silence, where that is longer than its interval. */
const SILENCE_SHARE = 0.1;

const minutesSince = (then: Instant | null, now: Instant): number =>
  then === null ? 0 : (Date.parse(now) - Date.parse(then)) / MINUTE;

const atMost = (text: string | null, length: number): string | null =>
  text !== null && text.length <= length ? text : null;

/** What is passed in beside state and outcome. */
interface Rhythm {
  now: Instant;
  /** From 0 to 1. */
  jitter: number;
  /** The operator's interval; undefined for the feed's own rhythm. */
  pollMinutes: number | undefined;
}

function intervalOf(state: FeedState, outcome: NotModifiedOutcome | ReadOutcome, { now, pollMinutes }: Rhythm): number {
  if (pollMinutes !== undefined) return clampInterval(pollMinutes);
  if (outcome.kind === 'read') {
    const rhythm = rhythmOf(outcome.itemDates, now);
    if (rhythm !== null) return rhythm;
    if (outcome.newItems > 0) return clampInterval(state.intervalMinutes / 2);
  }
  return clampInterval(Math.max(state.intervalMinutes, minutesSince(state.lastNewItemAt, now) * SILENCE_SHARE));
}

function healthOf(state: FeedState, newest: Instant | null, now: Instant): FeedStatus {
  if (newest === null) return state.status === 'stale' ? 'stale' : 'ok';
  return minutesSince(newest, now) > STALE_AFTER ? 'stale' : 'ok';
}

function newestOf(state: FeedState, outcome: NotModifiedOutcome | ReadOutcome, now: Instant): Instant | null {
  if (outcome.kind === 'read' && outcome.newItems > 0) return now;
  const dates = outcome.kind === 'read' ? outcome.itemDates.filter((date) => Date.parse(date) <= Date.parse(now)) : [];
  if (state.lastNewItemAt !== null) dates.push(state.lastNewItemAt);
  return dates.reduce<Instant | null>(
    (newest, date) => (newest === null || Date.parse(date) > Date.parse(newest) ? date : newest),
    null,
  );
}

/** What a document brings into the state; `null` for a host that is the feed's own. */
type Fresh = Omit<FeedState, 'validatorsHost'> & { validatorsHost: string | null };

function validatorsFrom({ validatorsHost, ...given }: Validators, since: Instant): Partial<Fresh> {
  const etag = atMost(given.etag, 300);
  const lastModified = atMost(given.lastModified, 100);
  return { etag, lastModified, validatorsSince: etag || lastModified ? since : null, validatorsHost };
}

/**
 * The same bytes, or a 304, may come with other validators; they are as old as the reading of these bytes, so that even a server which always
 * answers 304 is asked without them in time.
 */
function whatCameAgain(state: FeedState, { validators }: NotModifiedOutcome, now: Instant): Partial<Fresh> {
  return validators ? validatorsFrom(validators, state.validatorsSince ?? now) : {};
}

function whatWasRead(state: FeedState, outcome: ReadOutcome, now: Instant): Partial<Fresh> {
  return {
    ttl: outcome.ttlMinutes,
    language: atMost(outcome.language, 35) ?? state.language,
    ...(outcome.newItems > 0 ? { lastNewItemAt: now } : {}),
    ...(outcome.complete ? { ...validatorsFrom(outcome, now), bodyFingerprint: outcome.bodyFingerprint } : {}),
  };
}

function succeededState(state: FeedState, outcome: NotModifiedOutcome | ReadOutcome, rhythm: Rhythm): FeedState {
  const { now, jitter } = rhythm;
  const { movedToId: before, validatorsHost: formerHost, ...lasting } = state;
  const read = outcome.kind === 'read' ? whatWasRead(state, outcome, now) : whatCameAgain(state, outcome, now);
  const { validatorsHost = formerHost, ...fresh } = read;
  const movedToId = outcome.movedTo === null ? null : feedIdOf(outcome.movedTo);
  const intervalMinutes = intervalOf(state, outcome, rhythm);
  const asked = Math.max(fresh.ttl ?? state.ttl ?? 0, (outcome.cacheSeconds ?? 0) / 60);
  const wishes = rhythm.pollMinutes === undefined ? Math.min(LONGEST_REQUEST, asked) : 0;
  const wait = clampInterval(Math.max(intervalMinutes, wishes));
  return {
    ...lasting,
    ...fresh,
    ...(validatorsHost ? { validatorsHost } : {}),
    ...(movedToId !== null && movedToId !== before ? { movedToId } : {}),
    status: healthOf(state, newestOf(state, outcome, now), now),
    intervalMinutes,
    nextPollAt: afterMinutes(now, wait, jitter),
    lastPollAt: now,
    lastSuccessAt: now,
    failingSince: null,
    errorCount: 0,
    lastError: null,
  };
}

/** The address that this poll moves the feed to: permanent redirects have led there twice in a row. */
function newAddress(state: FeedState, outcome: PollOutcome): string | null {
  if (outcome.kind === 'failed' || outcome.movedTo === null) return null;
  return feedIdOf(outcome.movedTo) === state.movedToId ? outcome.movedTo : null;
}

/**
 * The state after a poll, and the event that it is worth: `null` unless the status or the error changed, items came or changed, or
 * entries were rejected, or the feed moved (`movedTo`, its new address). The next poll comes after `pollMinutes`, else by the feed's own rhythm and its wishes (up to 5 h), between 5 min and 24 h; `jitter`
 * (0 to 1) spreads it by a tenth to either side. Errors double the wait up to a day, and never end the polling but for `gone`.
 */
export function nextState(
  { held: _, ...state }: FeedState,
  outcome: PollOutcome,
  now: Instant,
  jitter: number,
  pollMinutes?: number,
): { state: FeedState; event: FeedEvent | null } {
  const failed = outcome.kind === 'failed';
  const next = failed
    ? failedState(state, outcome, now, jitter)
    : succeededState(state, outcome, { now, jitter, pollMinutes });
  const { newItems, changedItems, rejected } =
    outcome.kind === 'read' ? outcome : { newItems: 0, changedItems: 0, rejected: [] };
  const newError = next.lastError !== null && next.lastError.code !== state.lastError?.code;
  const movedTo = newAddress(state, outcome);
  const hasNews = newItems + changedItems + rejected.length > 0;
  const worthTelling = next.status !== state.status || newError || hasNews || movedTo !== null;
  if (!worthTelling) return { state: next, event: null };
  return {
    state: next,
    event: {
      feedId: state.feedId,
      at: now,
      status: next.status,
      previousStatus: state.lastPollAt === null ? null : state.status,
      newItems,
      changedItems,
      rejected: rejected.slice(0, NAMED_REJECTIONS),
      error: next.lastError,
      ...(movedTo === null ? {} : { movedTo }),
    },
  };
}
