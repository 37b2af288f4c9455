import type { FeedEvent, FeedState } from '../model/feed.ts';
import { sortableInstant } from '../model/instant.ts';
import type { Store } from '../store/store.ts';

/** Whether the event tells of items that a run of the same poll brought, which was broken off before it could save the state. */
function isOfSamePoll(earlier: FeedEvent | undefined, event: FeedEvent, state: FeedState): earlier is FeedEvent {
  if (!earlier || earlier.status !== event.status || earlier.error !== null) return false;
  const { lastPollAt } = state;
  return lastPollAt === null || sortableInstant(earlier.at) > sortableInstant(lastPollAt);
}

/** Writes the event of a poll; where a run that was broken off has written one already, both become one. `state` is that from before the poll. */
export async function recordEvent(store: Store, event: FeedEvent, state: FeedState): Promise<void> {
  const [earlier] = await store.feeds.events(event.feedId, 1);
  if (!isOfSamePoll(earlier, event, state)) {
    await store.feeds.addEvent(event);
    return;
  }
  const told = new Set(event.rejected.map(({ entry, code }) => `${code} ${entry}`));
  const before = earlier.rejected.filter(({ entry, code }) => !told.has(`${code} ${entry}`));
  await store.feeds.addEvent({ ...event, at: earlier.at, rejected: [...before, ...event.rejected] });
}
