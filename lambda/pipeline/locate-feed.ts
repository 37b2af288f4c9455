import { FeedParseError, FetchError } from '../model/errors.ts';
import type { Fetcher } from '../model/ports.ts';
import { type DiscoveredFeed, discoverFeeds, refreshTarget } from '../parse/discover/discover-feeds.ts';
import { commonFeedUrls } from '../parse/discover/feed-links.ts';
import { parseFeed } from '../parse/parse-feed.ts';

/** So many addresses are tried for one page: each is a request to the same host. */
const MOST_TRIES = 10;
/** Of these so many may be addresses that the page names. */
const MOST_NAMED = 5;

/** The feed that an address leads to. */
export interface LocatedFeed {
  url: string;
  title: string | null;
  /** Other feeds that the page names, best first; empty where the address is a feed itself. */
  others: DiscoveredFeed[];
}

/** An address to try, and whether a public server has named it. */
interface Place {
  url: string;
  throughPublic: boolean;
}

async function read({ url, throughPublic }: Place, fetcher: Fetcher): Promise<{ url: string; title: string | null }> {
  const { body, headers, movedTo, url: answered } = await fetcher.fetch({ url, throughPublic });
  const { title } = await parseFeed(body, { url: answered, headers });
  return { url: movedTo ?? url, title: title?.trim() || null };
}

/** The first of the addresses that is a feed; `null` where none is. What cannot be fetched or read is passed over. */
async function firstFeed(places: Place[], fetcher: Fetcher): Promise<{ url: string; title: string | null } | null> {
  for (const place of places.slice(0, MOST_TRIES)) {
    try {
      return await read(place, fetcher);
    } catch (error) {
      if (!(error instanceof FetchError) && !(error instanceof FeedParseError)) throw error;
    }
  }
  return null;
}

/**
 * Finds the feed of an address: the address itself, else the best that its page names and that is one indeed, else one at a usual place of the site.
 * Throws FetchError where the address cannot be fetched, FeedParseError `no-feed-found` where all of these are none.
 */
export function locateFeed(url: string, fetcher: Fetcher): Promise<LocatedFeed> {
  return locate({ url, throughPublic: false }, fetcher, false);
}

async function locate(place: Place, fetcher: Fetcher, throughRefresh: boolean): Promise<LocatedFeed> {
  const { url } = place;
  const { body, headers, url: answered, movedTo, throughPublic } = await fetcher.fetch(place);
  const context = { url: answered, headers };
  try {
    const { title } = await parseFeed(body, context);
    return { url: movedTo ?? url, title: title?.trim() || null, others: [] };
  } catch (error) {
    if (!(error instanceof FeedParseError)) throw error;
    const refresh = throughRefresh ? null : refreshTarget(body, context);
    if (refresh !== null && refresh !== answered) {
      const there = await locate({ url: refresh, throughPublic }, fetcher, true).catch((failed: unknown) => {
        if (failed instanceof FetchError || failed instanceof FeedParseError) return null;
        throw failed;
      });
      if (there !== null) return there;
    }
    const named = discoverFeeds(body, context);
    const places = [...named.slice(0, MOST_NAMED).map((feed) => feed.url), ...commonFeedUrls(answered)];
    const tries = [...new Set(places)].map((place) => ({ url: place, throughPublic }));
    const found = await firstFeed(tries, fetcher);
    if (found) return { ...found, others: named.filter((feed) => feed.url !== found.url) };
    const tried = named.length > 0 ? 'none of the feeds that it names can be read' : 'it names none';
    throw new FeedParseError('no-feed-found', `${answered} is no feed (${error.message}), and ${tried}`, error);
  }
}
