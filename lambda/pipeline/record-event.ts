import type { FeedEvent, FeedState } from '../model/feed.ts';
import { isAfter } from '../model/instant.ts';
import type { IngestStore } from '../store/store.ts';

/** Whether the event is of a run of the same poll that was broken off before it could save the state, and ended alike. */
function isOfSamePoll(earlier: FeedEvent | undefined, event: FeedEvent, state: FeedState): earlier is FeedEvent {
  if (!earlier || earlier.status !== event.status || earlier.error?.code !== event.error?.code) return false;
  const { lastPollAt } = state;
  return lastPollAt === null || isAfter(earlier.at, lastPollAt);
}

/** Both events as one, at the moment of the first. */
function joined(earlier: FeedEvent, event: FeedEvent): FeedEvent {
  const known = new Set(event.rejected.map(({ entry, code }) => `${code} ${entry}`));
  const before = earlier.rejected.filter(({ entry, code }) => !known.has(`${code} ${entry}`));
  const { movedTo } = earlier;
  const moved = movedTo === undefined ? {} : { movedTo };
  return { ...moved, ...event, at: earlier.at, rejected: [...before, ...event.rejected] };
}

/** Records the event of a poll; where a run that was broken off has recorded one already, both become one. `state` is that from before the poll. */
export async function recordEvent(store: IngestStore, event: FeedEvent, state: FeedState): Promise<void> {
  const [earlier] = await store.feeds.events(event.feedId, 1);
  await store.feeds.addEvent(isOfSamePoll(earlier, event, state) ? joined(earlier, event) : event);
}
