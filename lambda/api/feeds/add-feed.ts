import { FeedParseError, FetchError, InputError } from '../../model/errors.ts';
import type { Feed } from '../../model/feed.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import type { NewFeedBody } from './feed-bodies.ts';
import { feedOf, feedsByAddress } from './subscribe.ts';

/**
 * Subscribes a feed, or the feed of a site where this can be found out; one that is subscribed already stays as it is. A server that does not answer now
 * stops nothing. Throws InputError `bad-url`, and `no-feed-found` where the address answers and is none.
 */
export async function addFeed(
  { unchecked, url, ...more }: NewFeedBody,
  { store, clock, capabilities }: QueryContext,
): Promise<{ feed: Feed; isNew: boolean }> {
  const present = await feedsByAddress(store);
  const find = async (feed: Feed): Promise<Feed | null> => present.get(feed.url) ?? (await store.feeds.get(feed.id));
  const requested = atUrl(() => feedOf(withoutUndefined({ ...more, url }), clock));
  const known = await find(requested);
  if (known) return { feed: known, isNew: false };

  const located = more.paused || unchecked ? null : await locate(requested.url, capabilities?.locateFeed);
  const title = more.title ?? located?.title ?? undefined;
  const feed = located ? feedOf(withoutUndefined({ ...more, url: located.url, title }), clock) : requested;
  const knownToo = await find(feed);
  if (knownToo) return { feed: knownToo, isNew: false };
  await store.feeds.put(feed);
  return { feed, isNew: true };
}

async function locate(url: string, locateFeed: NonNullable<QueryContext['capabilities']>['locateFeed']) {
  try {
    return (await locateFeed?.(url)) ?? null;
  } catch (error) {
    if (error instanceof FetchError) return null;
    if (error instanceof FeedParseError) throw new InputError(error.code, error.message, '/url', error);
    throw error;
  }
}

/** Says that it is the address which is wrong. */
function atUrl<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError) throw new InputError(error.code, error.message, '/url', error);
    throw error;
  }
}

function withoutUndefined<T extends { title?: string | undefined; pollMinutes: number | null }>({
  title,
  pollMinutes,
  ...requested
}: T) {
  return { ...requested, ...(title === undefined ? {} : { title }), ...(pollMinutes === null ? {} : { pollMinutes }) };
}
