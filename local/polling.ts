import { setTimeout as pause } from 'node:timers/promises';
import { describeError } from '../lambda/model/errors.ts';
import { toInstant } from '../lambda/model/instant.ts';
import type { FeedMessage, Message } from '../lambda/model/message.ts';
import type { Clock, Fetcher, Log } from '../lambda/model/ports.ts';
import { dispatch, FEEDS_A_RUN } from '../lambda/pipeline/dispatch.ts';
import type { IngestReport } from '../lambda/pipeline/ingest-report.ts';
import type { Store } from '../lambda/store/store.ts';
import type { Table } from '../lambda/store/table/port.ts';
import { countAll } from './count-all.ts';
import { every } from './every.ts';
import { createLocalQueue } from './local-queue.ts';
import { pageLine } from './page-line.ts';
import { createPollLease } from './poll-lease.ts';
import { pollLine } from './poll-line.ts';
import { createPoller } from './poller.ts';
import type { ReaderLimits } from './reader.ts';
import type { LocalSettings } from './settings.ts';
import { openWorkInProgress } from './work-in-progress.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A document under way is given so long at a stop; what it has not stored then comes with the next start. */
const GRACE = 10_000;

/** What polling works with. */
export interface PollingOptions {
  /** The data folder. */
  folder: string;
  store: Store;
  table: Table;
  clock: Clock;
  log: Log;
  settings: LocalSettings;
  /** False: nothing is fetched, but counts and expiry are kept. */
  poll: boolean;
  onPoll(title: string, line: string): void;
  /** Told when this process takes over from another one that polled this folder. */
  onTakeOver?: () => void;
  /** What reading one document, page or text may take. */
  limits?: ReaderLimits;
}

/** The work that goes on by itself. */
export interface Polling {
  /** What it fetches with. */
  fetcher: Fetcher;
  /** Which other process polls the feeds of this folder, in words; `null` where this one does, or none is to. */
  polledBy: Promise<string | null>;
  /** Polls the feed of a message at once, whatever is waiting, and counts what came. */
  pollNow(message: FeedMessage): Promise<IngestReport>;
  /** Starts nothing new, and resolves when what was under way is done, or its time is over. */
  stop(): Promise<void>;
}

const idOf = (message: Message): string => (message.kind === 'page' ? message.itemId : message.feedId);

/** Sends what is due every minute, polls it, and counts: every hour, and whenever a round of polls is over. */
export function startPolling(options: PollingOptions): Polling {
  const { store, clock, log, onPoll } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const poller = createPoller(options);
  const guarded = (what: string, work: () => Promise<unknown>) => async (): Promise<void> => {
    try {
      if (!signal.aborted) await work();
    } catch (error) {
      if (!signal.aborted) log.error(`${what} failed`, describeError(error));
    }
  };

  const lease = createPollLease(options.table, clock);
  let polledBy: string | null = null;
  /** Takes the lease, or renews it; false while another process polls. */
  const mayPoll = async (): Promise<boolean> => {
    const before = polledBy;
    polledBy = await lease.hold();
    if (before !== null && polledBy === null) options.onTakeOver?.();
    return polledBy === null;
  };

  let counting = Promise.resolve();
  const count = guarded('counting', () => countAll({ store, clock, log }));
  const countNext = (): Promise<void> => {
    counting = counting.then(count);
    return counting;
  };

  const underWay = openWorkInProgress(options.folder);
  const queue = createLocalQueue({
    clock,
    log,
    wasUnderWay: (message) => underWay.wasBegun(idOf(message)),
    async work(message, receiveCount) {
      const id = idOf(message);
      underWay.begin(id);
      try {
        await workOn(message, receiveCount);
      } finally {
        underWay.end(id);
      }
    },
    onIdle: () => void sendMore(),
  });
  const workOn = async (message: Message, receiveCount: number): Promise<void> => {
    if (message.kind === 'page') {
      const read = await poller.readPage(message, receiveCount);
      const item = (await store.items.summaries([read.itemId])).get(read.itemId);
      if (read.result !== 'dropped') onPoll(item?.title ?? read.itemId, pageLine(read));
      return;
    }
    const report = await poller.poll(message, { receiveCount });
    const feed = await store.feeds.get(report.feedId);
    if (report.result !== 'dropped') onPoll(feed?.title ?? report.feedId, pollLine(report));
  };

  /** Whether the last run of dispatch sent anything, and left feeds that are due for the next one. */
  let [isSomeSent, isMoreDue] = [false, false];
  const send = guarded('sending what is due', async () => {
    isMoreDue = false;
    if (!(await mayPoll())) return;
    const { sent, pages } = await dispatch({ store, queue, clock, log });
    isSomeSent = sent + pages > 0;
    isMoreDue = sent >= FEEDS_A_RUN;
  });
  const sendMore = async (): Promise<void> => {
    if (isMoreDue) await send();
    // The last ones of a round may be fewer than a run sends: counting beside them would hold the memory of both, only to be done again after them.
    if (isMoreDue || !queue.isIdle()) return;
    await poller.pause();
    await countNext();
  };

  const sweep = guarded('removing what has expired', () => store.items.sweep(toInstant(clock.now())));
  /** Counts and removes, unless the process that polls does so. */
  const hourly = guarded('hourly work', async () => {
    if (await lease.isOthers()) return;
    await countNext();
    await sweep();
  });
  const firstPoller = options.poll ? mayPoll().then(() => polledBy) : Promise.resolve(null);
  const start = async (): Promise<void> => {
    await firstPoller.catch(() => null);
    if (options.poll) await send();
    // What is due at the start is counted when it is polled; counting before would take the time of it.
    const countLoop = every(HOUR, hourly, signal, isSomeSent ? HOUR : 0);
    await Promise.all([countLoop, ...(options.poll ? [every(MINUTE, send, signal, MINUTE)] : [])]);
  };
  const loops = start();
  const release = async (): Promise<void> =>
    lease
      .release()
      .catch((error: unknown) => log.error('the lease of polling was not given back', describeError(error)));

  return {
    fetcher: poller.fetcher,
    polledBy: firstPoller,
    async pollNow(message) {
      const report = await poller.poll(message);
      void countNext();
      return report;
    },
    async stop() {
      stopping.abort();
      poller.close();
      const done = Promise.all([loops, queue.stop(), counting]);
      const late = new AbortController();
      await Promise.race([done, pause(GRACE, undefined, { signal: late.signal })]);
      late.abort();
      await release();
    },
  };
}
