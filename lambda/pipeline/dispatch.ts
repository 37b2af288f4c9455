import { toInstant } from '../model/instant.ts';
import type { FeedMessage } from '../model/message.ts';
import type { Clock, Log, Queue } from '../model/ports.ts';
import type { Store } from '../store/store.ts';
import { feedMessage } from './feed-message.ts';

/** So many due feeds are sent in one run; the others stay due and come with the next one. */
const FEEDS_A_RUN = 1_000;
/** So many feeds are read at a time. */
const AT_A_TIME = 25;

/**
 * Sends a message for each feed that is due, those waiting longest first, and writes nothing: a feed stays due until it was polled, and the queue
 * drops what it was sent before within five minutes. Errors of store and queue are thrown.
 */
export async function dispatch(deps: {
  store: Store;
  queue: Queue;
  clock: Clock;
  log: Log;
  limit?: number;
}): Promise<{ sent: number }> {
  const { store, queue, clock, log, limit = FEEDS_A_RUN } = deps;
  const due = await store.feeds.due(toInstant(clock.now()), limit);
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
  if (messages.length > 0) {
    await queue.send(messages);
    log.info('feeds are due', { sent: messages.length, ...(due.length === limit ? { more: true } : {}) });
  }
  return { sent: messages.length };
}
