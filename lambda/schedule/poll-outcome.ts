import type { FeedEvent } from '../model/feed.ts';
import type { Instant } from '../model/instant.ts';

/** What any answer that could be used tells. */
interface Answer {
  /** Where permanent redirects alone led to, if they did and the feed may move there. */
  movedTo: string | null;
  /** For how long the answer may be kept, where the server says so. */
  cacheSeconds: number | null;
}

/** What a later request may ask with whether something has changed. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
  /** The host that gave them, where it is not the feed's own. */
  validatorsHost: string | null;
}

/** The server says that nothing has changed, or has sent just the bytes that it sent before. */
export interface NotModifiedOutcome extends Answer {
  kind: 'not-modified';
  /** Those that came with the same bytes, or with the 304. */
  validators?: Validators;
}

/** A document came and was read. */
export interface ReadOutcome extends Answer, Validators {
  kind: 'read';
  /** When its items were published, as far as they tell. */
  itemDates: Instant[];
  newItems: number;
  changedItems: number;
  /** Entries that were not rejected before. */
  rejected: FeedEvent['rejected'];
  /** Whether each item is stored or recorded as rejected; only then do the validators advance. */
  complete: boolean;
  ttlMinutes: number | null;
  /** Fingerprint of the body. */
  bodyFingerprint: string;
  language: string | null;
}

/** No document came, or none that can be read. */
export interface FailedOutcome {
  kind: 'failed';
  code: string;
  message: string;
  status: number | null;
  retryAfterSeconds: number | null;
  /** The host that answered so, where one did. */
  host: string | null;
}

/** What one poll brought, as far as the schedule is concerned. */
export type PollOutcome = NotModifiedOutcome | ReadOutcome | FailedOutcome;
