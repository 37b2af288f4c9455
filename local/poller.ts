import { setTimeout as pause } from 'node:timers/promises';
import { createFetcher } from '../lambda/fetch/create-fetcher.ts';
import { createPoliteFetcher } from '../lambda/fetch/polite-fetcher.ts';
import { userAgent } from '../lambda/fetch/user-agent.ts';
import type { FeedMessage, PageMessage } from '../lambda/model/message.ts';
import type { Clock, Fetcher, Log } from '../lambda/model/ports.ts';
import { ingestFeed } from '../lambda/pipeline/ingest-feed.ts';
import { ingestPage } from '../lambda/pipeline/ingest-page.ts';
import type { IngestReport } from '../lambda/pipeline/ingest-report.ts';
import type { PageReport } from '../lambda/pipeline/page-report.ts';
import type { Store } from '../lambda/store/store.ts';
import { createExtractor } from './extractor.ts';
import type { LocalSettings } from './settings.ts';

/** Polls feeds over the network, from this machine. */
export interface Poller {
  /** What it fetches with: whoever else fetches keeps the same distances then. */
  fetcher: Fetcher;
  /** Polls the feed of a message; throws what is a defect, or a store that does not answer. */
  poll(
    message: FeedMessage,
    receiveCount: number,
    onProgress?: (done: number, total: number) => void,
  ): Promise<IngestReport>;
  /** Tries the page of a message; throws as `poll` does. */
  readPage(message: PageMessage, receiveCount: number): Promise<PageReport>;
  /** Resolves when every host that was asked may be asked again. */
  rest(): Promise<void>;
  /** Nothing is waiting for now: frees what only many polls need. */
  pause(): Promise<void>;
  /** Ends all connections: polls that wait for an answer throw, and write nothing; their feeds stay due. */
  close(): void;
}

/** Thrown to polls under way when their poller closes; no outcome of theirs. */
class PollerClosed extends Error {}

/** A poller on this store. */
export function createPoller(deps: {
  store: Store;
  clock: Clock;
  log: Log;
  settings: LocalSettings;
  /** Chance from 0 to 1; `Math.random` by itself. */
  jitter?: () => number;
}): Poller {
  const { store, clock, log, settings, jitter = Math.random } = deps;
  const { contact, allowHosts, retentionDays } = settings;
  const network = createFetcher({ contact, allowHosts }, clock);
  const extractor = createExtractor();
  const closing = new AbortController();
  const polite = createPoliteFetcher(network, {
    clock,
    delay: (milliseconds) => pause(milliseconds, undefined, { signal: closing.signal }),
  });
  const fetcher: Fetcher = {
    async fetch(request) {
      const answer = await polite.fetch(request).catch((error: unknown) => {
        throw closing.signal.aborted ? new PollerClosed('polling was stopped', { cause: error }) : error;
      });
      if (closing.signal.aborted) throw new PollerClosed('polling was stopped');
      return answer;
    },
  };
  return {
    fetcher,
    poll: (message, receiveCount, onProgress) =>
      ingestFeed(message, {
        ...{ store, fetcher, clock, log, retentionDays, jitter, receiveCount, onProgress },
        readText: extractor.extract,
      }),
    async readPage(message, receiveCount) {
      // Loaded when the first page comes, for reading pages takes more code than all the rest.
      const { extractPage } = await import('../lambda/fulltext/extract-page.ts');
      const page = { readPage: extractPage, userAgent: userAgent(contact) };
      return ingestPage(message, { store, fetcher, clock, log, retentionDays, jitter, receiveCount, ...page });
    },
    rest: polite.rest,
    pause: extractor.rest,
    close() {
      closing.abort();
      network.close();
      void extractor.rest();
    },
  };
}
