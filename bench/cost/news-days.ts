import { toInstant } from '../../lambda/model/instant.ts';
import type { Fetcher, Log } from '../../lambda/model/ports.ts';
import { feedMessage } from '../../lambda/pipeline/feed-message.ts';
import { ingestFeed } from '../../lambda/pipeline/ingest-feed.ts';
import type { FakeClock } from '../../test/support/fake-clock.ts';
import { countHour } from './count-hour.ts';
import { article } from './news.ts';
import type { NewsServer } from './news-server.ts';
import type { WorkRecorder } from './work-recorder.ts';

/** So many that an hour's count has many items, as a real one has. */
export const FEEDS = 40;
export const POLLS_A_DAY = 20;
/** Of a day's polls, so many bring one new item each. */
export const ITEMS_A_DAY = 10;
export const STATEMENTS = 6;
const DAY = 86_400_000;

/** What the days are played with. */
export interface NewsSetting {
  work: WorkRecorder;
  clock: FakeClock;
  news: NewsServer;
  deps: { fetcher: Fetcher; clock: FakeClock; log: Log; retentionDays: number; jitter: () => number };
}

/** Feeds that are subscribed, polled, and bring articles. */
export function createNewsDays({ work, clock, news, deps }: NewsSetting) {
  const { feeds } = work.plain;
  let published = 0;

  async function poll(feedId: string): Promise<string> {
    const [feed, state] = await Promise.all([feeds.get(feedId), feeds.state(feedId)]);
    if (!feed || !state?.nextPollAt) throw new Error(`${feedId} is not due`);
    const { result, document } = await ingestFeed(feedMessage(feed, state.nextPollAt), {
      ...deps,
      store: work.store(),
    });
    return document ? `${result} ${document.newItems}` : result;
  }

  return {
    poll,
    async subscribe(id: string, feed: number): Promise<void> {
      await feeds.put({
        ...{ id, url: news.urlOf(feed), title: `Gazette ${feed}`, siteUrl: null, folder: null, tags: [] },
        ...{ fullText: 'auto', paused: false, createdAt: toInstant(clock.now()) },
      });
    },
    /** A day of polls, and a count behind each hour; stretches are measured under `prefix`. */
    async day(prefix: string): Promise<void> {
      console.error(`${(performance.now() / 1000).toFixed(0)} s: ${prefix}day`);
      const began = clock.now();
      for (let step = 0; step < POLLS_A_DAY; step += 1) {
        clock.set(toInstant(began + (step * DAY) / POLLS_A_DAY));
        for (let feed = 0; feed < FEEDS; feed += 1) {
          const brings = (step + feed) % (POLLS_A_DAY / ITEMS_A_DAY) === 0;
          news.validators = feed % 2 === 0;
          news.stamped = feed % 4 === 3;
          const list = news.articles.get(feed) ?? [];
          news.articles.set(feed, list);
          if (brings) list.push(await article(published++, STATEMENTS, toInstant(clock.now() - 600_000)));
          const quiet = news.validators ? 'unchanged304' : news.stamped ? 'unchanged200' : 'same200';
          const name = brings ? 'news' : quiet;
          const result = await work.measure(`${prefix}${name}`, 1, () => poll(`feed-${feed}`));
          const expected = brings ? 'read 1' : quiet === 'unchanged200' ? 'read 0' : 'not-modified';
          if (result !== expected && prefix !== 'first ') throw new Error(`a poll gave ${result}, not ${expected}`);
        }
        if (Math.floor(((step + 1) * 24) / POLLS_A_DAY) > Math.floor((step * 24) / POLLS_A_DAY)) {
          await countHour(work, { clock, log: deps.log }, prefix);
        }
      }
      clock.set(toInstant(began + DAY));
    },
  };
}
