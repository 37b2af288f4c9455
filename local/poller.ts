import { setTimeout as pause } from 'node:timers/promises';
import { createFetcher } from '../lambda/fetch/create-fetcher.ts';
import { createPoliteFetcher } from '../lambda/fetch/polite-fetcher.ts';
import { userAgent } from '../lambda/fetch/user-agent.ts';
import type { FeedMessage, PageMessage } from '../lambda/model/message.ts';
import type { Clock, Fetcher, Log } from '../lambda/model/ports.ts';
import { createBodySemaphore } from '../lambda/pipeline/body-semaphore.ts';
import { ingestFeed } from '../lambda/pipeline/ingest-feed.ts';
import { ingestPage } from '../lambda/pipeline/ingest-page.ts';
import type { IngestReport } from '../lambda/pipeline/ingest-report.ts';
import type { PageReport } from '../lambda/pipeline/page-report.ts';
import type { Store } from '../lambda/store/store.ts';
import { createReader, type ReaderLimits } from './reader.ts';
import type { LocalSettings } from './settings.ts';

/** How one feed is polled. */
export interface PollOptions {
  onProgress?: (done: number, total: number) => void;
  /** Asks hosts also where they want to be left alone. */
  isHoldIgnored?: boolean;
  /** How often the message has been delivered. @default 1 */
  receiveCount?: number;
}

/** Polls feeds over the network, from this machine. */
export interface Poller {
  /** What it fetches with: whoever else fetches keeps the same distances then. */
  fetcher: Fetcher;
  /** Polls the feed of a message; throws where the store does not answer, a WorkerStoppedError where reading takes more than its limits, and an InterruptedError when the poller is closed. */
  poll(message: FeedMessage, options?: PollOptions): Promise<IngestReport>;
  /** Tries the page of a message; throws as `poll` does. */
  readPage(message: PageMessage, receiveCount?: number): Promise<PageReport>;
  /** Resolves when every host that was asked may be asked again. */
  rest(): Promise<void>;
  /** Nothing is waiting for now: frees what only many polls need. */
  pause(): Promise<void>;
  /** Ends all connections: polls under way throw; their feeds stay due. */
  close(): void;
}

/** A poller on this store. */
export function createPoller(deps: {
  store: Store;
  clock: Clock;
  log: Log;
  settings: LocalSettings;
  /** Chance from 0 to 1; `Math.random` by default. */
  jitter?: () => number;
  /** What reading one document, page or text may take. */
  limits?: ReaderLimits | undefined;
}): Poller {
  const { store, clock, log, settings, jitter = Math.random, limits } = deps;
  const { contact, allowHosts, retentionDays } = settings;
  const network = createFetcher({ contact, allowHosts }, clock);
  const reader = createReader(limits);
  const closing = new AbortController();
  const { signal } = closing;
  const polite = createPoliteFetcher(network, {
    clock,
    delay: (milliseconds) => pause(milliseconds, undefined, { signal }),
  });
  const fetcher: Fetcher = { fetch: (request) => polite.fetch({ signal, ...request }) };
  const common = { store, fetcher, clock, log, retentionDays, jitter, signal, bodies: createBodySemaphore() };
  return {
    fetcher,
    poll: (message, options = {}) =>
      ingestFeed(message, { ...common, ...options, readText: reader.extract, readFeed: reader.readDocument }),
    readPage(message, receiveCount = 1) {
      const { extract: readText, readPage } = reader;
      return ingestPage(message, { ...common, receiveCount, readText, readPage, userAgent: userAgent(contact) });
    },
    rest: polite.rest,
    pause: reader.rest,
    close() {
      closing.abort();
      network.close();
      void reader.rest();
    },
  };
}
