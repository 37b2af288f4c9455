import { type Instant, toInstant } from '../model/instant.ts';
import type { FeedMessage, Message, PageMessage } from '../model/message.ts';
import type { Clock, Log, Queue } from '../model/ports.ts';
import type { DueStore } from '../store/create-due-store.ts';
import { feedMessage } from './feed-message.ts';
import { pageMessage } from './page-message.ts';

/** So many due feeds are sent in one run; the others stay due and come with the next one. */
export const FEEDS_A_RUN = 1_000;
/** So many items whose page is due are looked at in one run. */
const PAGES_A_RUN = 500;
/** So many pages of one host are sent in one run: its feeds come first, and must not wait behind hundreds of pages. */
const PAGES_A_HOST = 5;
/** Of a host whose robots.txt wants more seconds than these between requests, one page is sent a run, which comes every minute. */
const LONG_DELAY_SECONDS = 60 / PAGES_A_HOST;
/** So many records are read at a time. */
const AT_A_TIME = 25;

/** What the work on all entries brings, some of them at a time. */
async function inBatches<Entry, Found>(entries: Entry[], work: (entry: Entry) => Promise<Found[]>): Promise<Found[]> {
  const found: Found[] = [];
  for (let start = 0; start < entries.length; start += AT_A_TIME) {
    found.push(...(await Promise.all(entries.slice(start, start + AT_A_TIME).map(work))).flat());
  }
  return found;
}

async function pagesDue(store: DueStore, now: Instant, limit: number): Promise<PageMessage[]> {
  const byHost = new Map<string, PageMessage[]>();
  for (const item of await store.items.duePages(now, limit)) {
    const message = pageMessage(item);
    if (message === null) continue;
    const messages = byHost.get(message.host);
    if (messages === undefined) byHost.set(message.host, [message]);
    else if (messages.length < PAGES_A_HOST) messages.push(message);
  }
  return inBatches([...byHost], async ([name, messages]) => {
    const delaySeconds =
      messages.length > 1 ? (await store.hosts.get(name, { consistent: false }))?.robots?.delaySeconds : undefined;
    return delaySeconds !== undefined && delaySeconds > LONG_DELAY_SECONDS ? messages.slice(0, 1) : messages;
  });
}

/** The messages, with the last one of each host marked: after it the worker need not wait until the host may be asked again. */
function withLastOnesMarked(messages: Message[]): Message[] {
  const last = new Map(messages.map((message) => [message.host, message]));
  return messages.map((message) => (last.get(message.host) === message ? { ...message, last: true } : message));
}

/**
 * Sends a message for each feed that is due, those waiting longest first, then for pages, a few a host; writes nothing: what is due stays so until it was worked on, and whoever
 * gets it a second time drops it. Errors of store and queue are thrown.
 */
export async function dispatch(deps: {
  store: DueStore;
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
  const feeds = await store.feeds.many(due.map(({ feedId }) => feedId));
  const messages: FeedMessage[] = due.flatMap(({ feedId, nextPollAt }) => {
    const feed = feeds.get(feedId);
    return !feed || feed.paused || nextPollAt === null ? [] : [feedMessage(feed, nextPollAt)];
  });
  const pages = await pagesDue(store, now, PAGES_A_RUN);
  if (messages.length + pages.length > 0) {
    await queue.send(withLastOnesMarked([...messages, ...pages]).map((message) => ({ ...message, ...run })));
    const more = due.length === limit ? { more: true } : {};
    log.info('feeds and pages are due', { ...run, sent: messages.length, pages: pages.length, ...more });
  }
  return { sent: messages.length, pages: pages.length };
}
