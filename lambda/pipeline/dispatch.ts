import { type Instant, toInstant } from '../model/instant.ts';
import type { FeedMessage, PageMessage } from '../model/message.ts';
import type { Clock, Log, Queue } from '../model/ports.ts';
import type { Store } from '../store/store.ts';
import { feedMessage } from './feed-message.ts';
import { pageMessage } from './page-message.ts';

/** So many due feeds are sent in one run; the others stay due and come with the next one. */
const FEEDS_A_RUN = 1_000;
/** So many items whose page is due are looked at in one run. */
const PAGES_A_RUN = 500;
/** So many pages of one host are sent in one run: its feeds come first, and must not wait behind hundreds of pages. */
const PAGES_A_HOST = 5;
/** So many feeds are read at a time. */
const AT_A_TIME = 25;

async function pagesDue(store: Store, now: Instant, limit: number): Promise<PageMessage[]> {
  const sentTo = new Map<string, number>();
  return (await store.items.duePages(now, limit)).flatMap((item) => {
    const message = pageMessage(item);
    if (message === null) return [];
    const count = (sentTo.get(message.host) ?? 0) + 1;
    sentTo.set(message.host, count);
    return count > PAGES_A_HOST ? [] : [message];
  });
}

/**
 * Sends a message for each feed that is due, those waiting longest first, then for pages, a few a host; writes nothing: what is due stays so until it was worked on, and the queue
 * drops what it was sent before within five minutes. Errors of store and queue are thrown.
 */
export async function dispatch(deps: {
  store: Store;
  queue: Queue;
  clock: Clock;
  log: Log;
  limit?: number;
  /** Names this run in the messages and in the log. */
  run?: string;
}): Promise<{ sent: number; pages: number }> {
  const { store, queue, clock, log, limit = FEEDS_A_RUN } = deps;
  const run = deps.run === undefined ? {} : { run: deps.run };
  const now = toInstant(clock.now());
  const due = await store.feeds.due(now, limit);
  const messages: FeedMessage[] = [];
  for (let start = 0; start < due.length; start += AT_A_TIME) {
    const found = await Promise.all(
      due.slice(start, start + AT_A_TIME).map(async ({ feedId, nextPollAt }) => {
        const feed = await store.feeds.get(feedId);
        if (!feed || feed.paused || nextPollAt === null) return [];
        return [feedMessage(feed, nextPollAt)];
      }),
    );
    messages.push(...found.flat());
  }
  const pages = await pagesDue(store, now, PAGES_A_RUN);
  if (messages.length + pages.length > 0) {
    await queue.send([...messages, ...pages].map((message) => ({ ...message, ...run })));
    const more = due.length === limit ? { more: true } : {};
    log.info('feeds and pages are due', { ...run, sent: messages.length, pages: pages.length, ...more });
  }
  return { sent: messages.length, pages: pages.length };
}
