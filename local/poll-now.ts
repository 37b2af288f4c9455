import { describeError } from '../lambda/model/errors.ts';
import type { Feed } from '../lambda/model/feed.ts';
import { toInstant } from '../lambda/model/instant.ts';
import type { FeedMessage } from '../lambda/model/message.ts';
import type { Log } from '../lambda/model/ports.ts';
import type { IngestReport } from '../lambda/pipeline/ingest-report.ts';
import { pageMessage } from '../lambda/pipeline/page-message.ts';
import type { Store } from '../lambda/store/store.ts';
import { systemClock } from './clock.ts';
import { countAll } from './count-all.ts';
import { createLocalQueue } from './local-queue.ts';
import { pageLine } from './page-line.ts';
import { pollLine } from './poll-line.ts';
import { createPoller } from './poller.ts';
import type { LocalSettings } from './settings.ts';

/** Told as it goes. */
export interface PollEvents {
  onPoll(feed: Feed, line: string): void;
  /** A try of an item's page. */
  onPage(title: string, line: string): void;
  /** A defect, or a store that did not answer: the feed is tried again, and stays due. */
  onFailure(feed: Feed, reason: string): void;
}

/** More pages than this wait for the next time. */
const MOST_PAGES = 500;

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Polls these feeds, hosts side by side, then tries their pages that are due, and counts what came; the reports come in the order of the answers. */
export async function pollNow(
  chosen: { feed: Feed; message: FeedMessage }[],
  { store, settings, isHoldIgnored = false }: { store: Store; settings: LocalSettings; isHoldIgnored?: boolean },
  events: PollEvents,
): Promise<IngestReport[]> {
  const poller = createPoller({ store, clock: systemClock, log: SILENT, settings });
  const feeds = new Map(chosen.map(({ feed }) => [feed.id, feed]));
  const titles = new Map<string, string>();
  const reports: IngestReport[] = [];
  const queue = createLocalQueue({
    clock: systemClock,
    log: SILENT,
    async work(message, receiveCount) {
      if (message.kind === 'page') {
        const read = await poller.readPage(message, receiveCount);
        if (read.result !== 'dropped') events.onPage(titles.get(message.itemId) ?? message.itemId, pageLine(read));
        return;
      }
      const feed = feeds.get(message.feedId);
      if (!feed) return;
      try {
        const report = await poller.poll(message, { isHoldIgnored, receiveCount });
        reports.push(report);
        events.onPoll(feed, pollLine(report));
      } catch (error) {
        events.onFailure(feed, describeError(error).message);
        throw error;
      }
    },
  });
  try {
    await queue.send(chosen.map(({ message }) => message));
    await queue.idle();
    const due = await store.items.duePages(toInstant(systemClock.now()), MOST_PAGES);
    const pages = due.filter(({ feedId }) => feeds.has(feedId));
    for (const { id, title } of pages) titles.set(id, title);
    await queue.send(pages.flatMap((item) => pageMessage(item) ?? []));
    await queue.idle();
    await countAll({ store, clock: systemClock, log: SILENT });
    // Whoever runs this again at once still comes a second later.
    await poller.rest();
  } finally {
    poller.close();
  }
  return reports;
}
