import { feedIdOf } from '../../common/feed-id.ts';
import type { Outline } from '../../common/opml/read-opml.ts';
import { DatelineError, InputError } from '../../model/errors.ts';
import { type Feed, feedSchema } from '../../model/feed.ts';
import { toInstant } from '../../model/instant.ts';
import type { Clock } from '../../model/ports.ts';
import type { Store } from '../../store/store.ts';

/** What an operator says of a feed; all but the address may be missing. */
export type FeedWish = Pick<Feed, 'url'> & { [Name in keyof Omit<Feed, 'id' | 'url' | 'createdAt'>]?: Feed[Name] };

/** A feed of that wish; without a title it has its address as one until its first poll. Throws InputError `bad-url`. */
export function feedOf(wish: FeedWish, clock: Clock): Feed {
  const url = URL.canParse(wish.url) ? new URL(wish.url).href : wish.url;
  if (URL.canParse(url) && (new URL(url).username !== '' || new URL(url).password !== '')) {
    const shown = url.replace(/\/\/[^/?#]*@/, '//');
    throw new InputError(
      'bad-url',
      `${JSON.stringify(shown)} is given with a user name or a password: those are not sent to feeds`,
    );
  }
  const parsed = feedSchema.safeParse({
    siteUrl: null,
    folder: null,
    tags: [],
    fullText: 'auto',
    paused: false,
    ...wish,
    id: feedIdOf(url),
    url,
    title: wish.title?.trim() || url,
    createdAt: toInstant(clock.now()),
  });
  if (parsed.success) return parsed.data;
  throw new InputError(
    'bad-url',
    `${JSON.stringify(wish.url)} is not the address of a feed: give one that begins with http:// or https://`,
  );
}

/** What became of a list of feeds. */
export interface SubscribeReport {
  added: Feed[];
  /** Subscribed before; they stay as they are. */
  known: Feed[];
  refused: { line: number; url: string; reason: string }[];
}

/** The feeds by the address that they are polled at, which for one that has moved is not that of its id. */
export async function feedsByAddress(store: Store): Promise<Map<string, Feed>> {
  const feeds = new Map<string, Feed>();
  for await (const { record } of store.feeds.list()) feeds.set(record.url, record);
  return feeds;
}

/** Subscribes what is not subscribed yet; a bad address is told with its line and stops nothing. Doing it again changes nothing. */
export async function subscribe(store: Store, outlines: Outline[], clock: Clock): Promise<SubscribeReport> {
  const report: SubscribeReport = { added: [], known: [], refused: [] };
  const present = await feedsByAddress(store);
  for (const { title, line, ...outline } of outlines) {
    try {
      const feed = feedOf({ ...outline, ...(title === null ? {} : { title }) }, clock);
      const known = present.get(feed.url) ?? (await store.feeds.get(feed.id));
      if (known) {
        report.known.push(known);
        continue;
      }
      await store.feeds.put(feed);
      present.set(feed.url, feed);
      report.added.push(feed);
    } catch (error) {
      if (!(error instanceof DatelineError) || error.code !== 'bad-url') throw error;
      const reason =
        outline.url === '' ? `the feed ${JSON.stringify(title ?? '')} has no address (xmlUrl)` : error.message;
      report.refused.push({ line, url: outline.url, reason });
    }
  }
  return report;
}
