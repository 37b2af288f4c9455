import { feedIdOf } from '../common/feed-id.ts';
import { hostOf } from '../common/host.ts';
import { describeError, FeedParseError, FetchError } from '../model/errors.ts';
import type { Feed, FeedState } from '../model/feed.ts';
import type { Fetcher, FetchResponse } from '../model/ports.ts';
import { cacheSeconds } from '../schedule/cache-seconds.ts';
import type {
  FailedOutcome,
  NotModifiedOutcome,
  PollOutcome,
  ReadOutcome,
  Validators,
} from '../schedule/poll-outcome.ts';
import type { IngestStore } from '../store/store.ts';
import type { FeedEntries } from '../store/store-shapes.ts';
import { askFeed, type HeldPollResult, HostHeld } from './ask-feed.ts';
import { bodyFingerprint } from './body-fingerprint.ts';
import { type BodyPermit, type BodySemaphore, createBodySemaphore } from './body-semaphore.ts';
import type { DocumentReport } from './document-report.ts';
import { type DocumentDependencies, ingestDocument } from './ingest-document.ts';

/** A feed does not move to an address that is longer than this. */
const LONGEST_ADDRESS = 2_000;

/** What polling needs beside what a document needs. */
export interface PollDependencies extends DocumentDependencies {
  fetcher: Fetcher;
  /** How often the queue has delivered the message. */
  receiveCount?: number;
  /** Asks hosts also where they want to be left alone, as an operator may decide for once. */
  isHoldIgnored?: boolean | undefined;
  /** Bounds the bytes of documents that are in memory at once; by default they are not bounded. */
  bodies?: BodySemaphore;
}

/** What a poll brought: for the schedule, and for the reader where a document came. */
export interface PollResult {
  outcome: PollOutcome;
  document: DocumentReport | null;
  /** The list of last entries as it stood before, where a document came. */
  entriesBefore: FeedEntries | null;
}

/** The outcome of a poll that ended with this error. */
export function failure(error: unknown): FailedOutcome {
  const { status, retryAfterSeconds, host } =
    error instanceof FetchError ? error : { status: null, retryAfterSeconds: null, host: null };
  return { kind: 'failed', ...describeError(error), status, retryAfterSeconds, host };
}

/** Where the feed may move to: not to an address that is subscribed already, for that feed has its own items. */
async function freeAddress(feed: Feed, movedTo: string | null, store: IngestStore): Promise<string | null> {
  if (movedTo === null || movedTo === feed.url || movedTo.length > LONGEST_ADDRESS) return null;
  const other = await store.feeds.get(feedIdOf(movedTo));
  return other === null || other.id === feed.id ? movedTo : null;
}

/**
 * Asks the feed's server and stores what its document brings; errors of server and document are an outcome, those of the store are thrown, and an
 * InterruptedError when the signal is aborted.
 */
export async function pollFeed(
  feed: Feed,
  state: FeedState,
  deps: PollDependencies,
): Promise<PollResult | HeldPollResult> {
  const { bodies = createBodySemaphore(), signal } = deps;
  const permit = bodies.open(signal);
  try {
    return await pollWith(permit, feed, state, deps);
  } finally {
    permit.release();
  }
}

/** A 304 to a request without validators says that nothing is new, where the feed has been read before; some caches answer so for ever. */
function unexpectedNotModified(
  { status, message }: FetchError,
  state: FeedState,
  { log }: PollDependencies,
): PollOutcome | null {
  if (status !== 304 || state.lastSuccessAt === null) return null;
  log.warn('a feed is taken as unchanged: its server says 304, which nobody asked for', {
    feedId: state.feedId,
    message,
  });
  return { kind: 'not-modified', movedTo: null, cacheSeconds: null };
}

async function pollWith(
  permit: BodyPermit,
  feed: Feed,
  state: FeedState,
  deps: PollDependencies,
): Promise<PollResult | HeldPollResult> {
  const { clock, store } = deps;
  let response: FetchResponse;
  try {
    response = await askFeed(feed, state, { ...deps, permit });
  } catch (error) {
    if (error instanceof HostHeld) return { heldHost: error.host };
    if (!(error instanceof FetchError)) throw error;
    return {
      outcome: unexpectedNotModified(error, state, deps) ?? failure(error),
      document: null,
      entriesBefore: null,
    };
  }
  const { headers, body: bytes } = response;
  const answer = {
    movedTo: await freeAddress(feed, response.movedTo, store),
    cacheSeconds: cacheSeconds(headers, clock.now()),
  };
  if (response.notModified) {
    const outcome: NotModifiedOutcome = { kind: 'not-modified', ...answer };
    // What a 304 doesn't tell stays (RFC 9110, 15.4.5).
    const lastModified = response.lastModified ?? state.lastModified;
    if (response.etag !== null) outcome.validators = validatorsOf({ ...response, lastModified }, feed);
    return { outcome, document: null, entriesBefore: null };
  }
  const fingerprint = bodyFingerprint(response, feed, clock.now());
  if (fingerprint === state.bodyFingerprint) {
    const outcome: PollOutcome = { kind: 'not-modified', ...answer, validators: validatorsOf(response, feed) };
    return { outcome, document: null, entriesBefore: null };
  }
  await permit.acquire(bytes.length);
  return ingestBody(feed, state, { ...deps, response, answer, fingerprint });
}

/** What came, and what of it the schedule wants to know whatever the body says. */
interface ReceivedBody {
  response: FetchResponse;
  answer: Pick<ReadOutcome, 'movedTo' | 'cacheSeconds'>;
  fingerprint: string;
}

/** Reads the body of an answer, and stores what it brings. */
async function ingestBody(feed: Feed, state: FeedState, deps: PollDependencies & ReceivedBody): Promise<PollResult> {
  const { store, receiveCount = 1, response, answer, fingerprint } = deps;
  const { headers, body: bytes, url } = response;
  // Written by the poll before, minutes ago, unless a run of this very one has died.
  const entriesBefore = await store.feeds.entries(feed.id, { consistent: receiveCount > 1 });
  try {
    const { fullText } = feed;
    const fromPrivate = !response.throughPublic;
    const input = {
      feed,
      bytes,
      url,
      headers,
      entries: entriesBefore,
      countFrom: state.lastPollAt,
      fullText,
      fromPrivate,
    };
    const document = await ingestDocument(input, deps);
    const outcome: PollOutcome = {
      kind: 'read',
      ...answer,
      itemDates: document.itemDates,
      newItems: document.newItems,
      changedItems: document.changedItems,
      rejected: document.newlyRejected,
      // What broke off is asked for again as a whole.
      complete: document.deferredItems === 0 && !response.isCut && !isTruncated(document),
      ttlMinutes: document.ttlMinutes,
      ...validatorsOf(response, feed),
      bodyFingerprint: fingerprint,
      language: document.language,
    };
    return { outcome, document, entriesBefore };
  } catch (error) {
    if (!(error instanceof FeedParseError)) throw error;
    return { outcome: failure(error), document: null, entriesBefore: null };
  }
}

function isTruncated({ warnings }: DocumentReport): boolean {
  return warnings.some(({ code }) => code === 'truncated');
}

function validatorsOf({ etag, lastModified, url }: FetchResponse, feed: Feed): Validators {
  return { etag, lastModified, validatorsHost: hostOf(url) === hostOf(feed.url) ? null : hostOf(url) };
}
