import { feedIdOf } from '../lambda/common/feed-id.ts';
import { DatelineError, InputError } from '../lambda/model/errors.ts';
import { type Feed, feedSchema } from '../lambda/model/feed.ts';
import { toInstant } from '../lambda/model/instant.ts';
import type { Clock } from '../lambda/model/ports.ts';
import type { Store } from '../lambda/store/store.ts';
import type { Outline } from './opml/read-opml.ts';

/** What an operator says of a feed; all but the address may be missing. */
export type FeedWish = Pick<Feed, 'url'> & { [Name in keyof Omit<Feed, 'id' | 'url' | 'createdAt'>]?: Feed[Name] };

/** A feed of that wish; without a title it has its address as one until its first poll. Throws InputError `bad-url`. */
export function feedOf(wish: FeedWish, clock: Clock): Feed {
  const url = URL.canParse(wish.url) ? new URL(wish.url).href : wish.url;
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
  refused: { url: string; reason: string }[];
}

/** Subscribes what is not subscribed yet; a bad address is told and stops nothing. Doing it again changes nothing. */
export async function subscribe(store: Store, outlines: Outline[], clock: Clock): Promise<SubscribeReport> {
  const report: SubscribeReport = { added: [], known: [], refused: [] };
  for (const { title, ...outline } of outlines) {
    try {
      const feed = feedOf({ ...outline, ...(title === null ? {} : { title }) }, clock);
      const known = await store.feeds.get(feed.id);
      if (known) {
        report.known.push(known);
        continue;
      }
      await store.feeds.put(feed);
      report.added.push(feed);
    } catch (error) {
      if (!(error instanceof DatelineError) || error.code !== 'bad-url') throw error;
      report.refused.push({ url: outline.url, reason: error.message });
    }
  }
  return report;
}
