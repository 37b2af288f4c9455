import { hostOf } from '../common/host.ts';
import type { Feed } from '../model/feed.ts';
import type { Instant } from '../model/instant.ts';
import type { FeedMessage } from '../model/message.ts';

/** What stands in the queue for a feed that is due at that moment. */
export function feedMessage(feed: Feed, nextPollAt: Instant): FeedMessage {
  return { kind: 'feed', feedId: feed.id, nextPollAt, host: hostOf(feed.url), feed };
}
