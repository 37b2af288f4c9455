import { describeError, FeedParseError, FetchError } from '../model/errors.ts';
import type { Feed, FeedState } from '../model/feed.ts';
import { toInstant } from '../model/instant.ts';
import type { Fetcher, FetchResponse } from '../model/ports.ts';
import { cacheSeconds } from '../schedule/cache-seconds.ts';
import type { FailedOutcome, PollOutcome } from '../schedule/poll-outcome.ts';
import { validatorsToSend } from '../schedule/state-moves.ts';
import type { FeedEntries } from '../store/store.ts';
import type { DocumentReport } from './document-report.ts';
import { type DocumentDependencies, ingestDocument } from './ingest-document.ts';

/** What polling needs beside what a document needs. */
export interface PollDependencies extends DocumentDependencies {
  fetcher: Fetcher;
}

/** What a poll brought: for the schedule, and for the reader where a document came. */
export interface PollResult {
  outcome: PollOutcome;
  document: DocumentReport | null;
  /** The list of last entries as it stood before, where a document came. */
  entriesBefore: FeedEntries | null;
  /** Where permanent redirects lead to. */
  movedTo: string | null;
}

function failure(error: unknown): FailedOutcome {
  const { status, retryAfterSeconds } = error instanceof FetchError ? error : { status: null, retryAfterSeconds: null };
  return { kind: 'failed', ...describeError(error), status, retryAfterSeconds };
}

const nothing = { document: null, entriesBefore: null, movedTo: null };

/** Asks the feed's server and stores what its document brings; errors of server and document are an outcome, those of the store are thrown. */
export async function pollFeed(feed: Feed, state: FeedState, deps: PollDependencies): Promise<PollResult> {
  const { fetcher, clock, store } = deps;
  let response: FetchResponse;
  try {
    response = await fetcher.fetch({ url: feed.url, ...validatorsToSend(state, toInstant(clock.now())) });
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { ...nothing, outcome: failure(error) };
  }
  const { headers, movedTo, body: bytes, url, etag, lastModified } = response;
  const fresh = cacheSeconds(headers, clock.now());
  if (response.notModified) return { ...nothing, movedTo, outcome: { kind: 'not-modified', cacheSeconds: fresh } };

  const entriesBefore = await store.feeds.entries(feed.id);
  try {
    const input = { feed, bytes, url, headers, entries: entriesBefore, countFrom: state.lastPollAt };
    const document = await ingestDocument(input, deps);
    const outcome: PollOutcome = {
      kind: 'read',
      itemDates: document.itemDates,
      newItems: document.newItems,
      changedItems: document.changedItems,
      rejected: document.newlyRejected,
      complete: document.deferredItems === 0,
      ttlMinutes: document.ttlMinutes,
      cacheSeconds: fresh,
      etag,
      lastModified,
      language: document.language,
    };
    return { outcome, document, entriesBefore, movedTo };
  } catch (error) {
    if (!(error instanceof FeedParseError)) throw error;
    return { ...nothing, movedTo, outcome: failure(error) };
  }
}
