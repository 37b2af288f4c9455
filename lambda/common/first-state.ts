import type { Feed, FeedState } from '../model/feed.ts';
import type { Instant } from '../model/instant.ts';

/** Minutes between polls before anything is known of a feed; its own ways decide from the first poll on. */
const FIRST_INTERVAL_MINUTES = 60;

/** The state of a feed that was never polled: due at once, or never while it is paused. */
export function firstState(feed: Pick<Feed, 'id' | 'paused'>, now: Instant): FeedState {
  return {
    feedId: feed.id,
    status: feed.paused ? 'paused' : 'ok',
    intervalMinutes: FIRST_INTERVAL_MINUTES,
    nextPollAt: feed.paused ? null : now,
    lastPollAt: null,
    lastSuccessAt: null,
    lastNewItemAt: null,
    failingSince: null,
    errorCount: 0,
    lastError: null,
    etag: null,
    lastModified: null,
    validatorsSince: null,
    language: null,
    ttl: null,
  };
}
