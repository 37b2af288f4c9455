import { firstState } from '../../../lambda/common/first-state.ts';
import type { FeedState } from '../../../lambda/model/feed.ts';
import { toInstant } from '../../../lambda/model/instant.ts';
import type { FailedOutcome, ReadOutcome } from '../../../lambda/schedule/poll-outcome.ts';

export const NOW = '2024-05-06T12:00:00Z';
const MINUTE = 60_000;

/** `NOW` moved by minutes, as an instant. */
export const at = (minutes: number): string => toInstant(Date.parse(NOW) + minutes * MINUTE);

export const minutesTo = (instant: string | null): number => (Date.parse(instant ?? '') - Date.parse(NOW)) / MINUTE;

/** A feed that was polled an hour ago and is due. */
export const stateWith = (changes: Partial<FeedState> = {}): FeedState => ({
  ...firstState({ id: 'f1', paused: false }, at(-600)),
  nextPollAt: at(-1),
  lastPollAt: at(-60),
  lastSuccessAt: at(-60),
  lastNewItemAt: at(-60),
  ...changes,
});

export const readWith = (changes: Partial<ReadOutcome> = {}): ReadOutcome => ({
  kind: 'read',
  movedTo: null,
  itemDates: [],
  newItems: 0,
  changedItems: 0,
  rejected: [],
  complete: true,
  ttlMinutes: null,
  cacheSeconds: null,
  etag: null,
  lastModified: null,
  validatorsHost: null,
  bodyFingerprint: 'fingerprint',
  language: null,
  ...changes,
});

export const failedWith = (changes: Partial<FailedOutcome> = {}): FailedOutcome => ({
  kind: 'failed',
  code: 'timeout',
  message: 'it took too long',
  status: null,
  retryAfterSeconds: null,
  host: null,
  ...changes,
});

/** `count` dates, the newest `gap` minutes old and each further one `gap` minutes older. */
export const everyMinutes = (gap: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => at(-gap * (index + 1)));
