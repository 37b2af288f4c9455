import { feedAddress } from '../../common/feed-address.ts';
import { feedIdOf } from '../../common/feed-id.ts';
import type { Outline } from '../../common/opml/read-opml.ts';
import { DatelineError, InputError } from '../../model/errors.ts';
import { type Feed, feedSchema } from '../../model/feed.ts';
import { toInstant } from '../../model/instant.ts';
import type { Clock } from '../../model/ports.ts';
import type { Store } from '../../store/store.ts';

/** What an operator says of a feed; all but the address may be missing. */
export type FeedRequest = Pick<Feed, 'url'> & { [Name in keyof Omit<Feed, 'id' | 'url' | 'createdAt'>]?: Feed[Name] };

/** A feed of that wish; without a title it has its address as one until its first poll. `feed:` and a bare host are taken. Throws InputError `bad-url`. */
export function feedOf(request: FeedRequest, clock: Clock): Feed {
  const given = feedAddress(request.url);
  const url = URL.canParse(given) ? new URL(given).href : given;
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
    ...request,
    id: feedIdOf(url),
    url,
    title: request.title?.trim() || url,
    createdAt: toInstant(clock.now()),
  });
  if (parsed.success) return parsed.data;
  throw new InputError(
    'bad-url',
    `${JSON.stringify(request.url)} is not the address of a feed: give one of http or https, as https://paper.example/feed.xml`,
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

/** What subscribing a list needs. */
export interface SubscribeContext {
  store: Store;
  clock: Clock;
  /**
   * Whether an address lies in a private place. A list may come from anywhere, and what stands in it must not choose what is asked in
   * there: such a feed is refused, and can be added by itself.
   */
  isPrivatePlace(url: string): boolean;
}

/** Subscribes what is not subscribed yet; what cannot be is told with its line and stops nothing. Doing it again changes nothing. */
export async function subscribe(
  outlines: Outline[],
  { store, clock, isPrivatePlace }: SubscribeContext,
): Promise<SubscribeReport> {
  const report: SubscribeReport = { added: [], known: [], refused: [] };
  const present = await feedsByAddress(store);
  for (const { title, line, problem, ...outline } of outlines) {
    const refuse = (reason: string) => report.refused.push({ line, url: outline.url, reason });
    if (problem !== undefined) {
      refuse(problem);
      continue;
    }
    try {
      const feed = feedOf({ ...outline, ...(title === null ? {} : { title }) }, clock);
      const known = present.get(feed.url) ?? (await store.feeds.get(feed.id));
      if (known) {
        report.known.push(known);
        continue;
      }
      if (isPrivatePlace(feed.url)) {
        refuse(`${feed.url} lies in a private place, which a list may not choose; add it by itself if it is meant`);
        continue;
      }
      await store.feeds.put(feed);
      present.set(feed.url, feed);
      report.added.push(feed);
    } catch (error) {
      if (!(error instanceof DatelineError) || error.code !== 'bad-url') throw error;
      refuse(outline.url === '' ? `the feed ${JSON.stringify(title ?? '')} has no address (xmlUrl)` : error.message);
    }
  }
  return report;
}
