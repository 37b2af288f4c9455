import { userAgent } from '../../lambda/fetch/user-agent.ts';
import { extractPage } from '../../lambda/fulltext/extract-page.ts';
import type { ReadPage } from '../../lambda/fulltext/page-result.ts';
import { toInstant } from '../../lambda/model/instant.ts';
import type { Fetcher, Log } from '../../lambda/model/ports.ts';
import { ingestPage } from '../../lambda/pipeline/ingest-page.ts';
import { pageMessage } from '../../lambda/pipeline/page-message.ts';
import type { FakeClock } from '../../test/support/fake-clock.ts';
import { article } from './news.ts';
import type { NewsServer } from './news-server.ts';
import type { WorkRecorder } from './work-recorder.ts';

const FEEDS = 20;
const ROUNDS = 4;
const HOUR = 3_600_000;

/** What the measuring of pages works with. */
export interface PagesSetting {
  work: WorkRecorder;
  clock: FakeClock;
  news: NewsServer;
  deps: { fetcher: Fetcher; clock: FakeClock; log: Log; retentionDays: number; jitter: () => number };
  statements: number;
  /** Subscribes to the feed with that number, and polls it. */
  subscribe(id: string, feed: number): Promise<void>;
  poll(id: string): Promise<string>;
}

/** Has feeds of teasers bring articles, and reads their pages; answers milliseconds of processor that reading one page took by itself. */
export async function measurePages({ work, clock, news, deps, statements, ...feeds }: PagesSetting): Promise<number> {
  const FIRST = 1_000;
  let number = 100_000;
  let [extractorMilliseconds, pages] = [0, 0];
  const readPage: ReadPage = (bytes, context) => {
    const before = process.cpuUsage();
    const result = extractPage(bytes, context);
    const { user, system } = process.cpuUsage(before);
    extractorMilliseconds += (user + system) / 1000;
    pages += 1;
    return result;
  };
  const readDue = async (prefix: string): Promise<void> => {
    for (const item of await work.plain.items.duePages(toInstant(clock.now()), FEEDS)) {
      const sent = pageMessage(item);
      if (!sent) continue;
      const { result, error } = await work.measure(`${prefix}page`, 1, () =>
        ingestPage(sent, { ...deps, store: work.store(), readPage, userAgent: userAgent(null) }),
      );
      if (result !== 'read') throw new Error(`a page was ${result}: ${error?.message}`);
      clock.advance(2_000);
    }
  };
  for (let feed = 0; feed < FEEDS; feed++) await feeds.subscribe(`teasers-${feed}`, FIRST + feed);
  news.teasers = true;
  news.validators = true;
  for (let round = 0; round < 1 + 2 * ROUNDS; round++) {
    const prefix = round === 0 ? 'first ' : round <= ROUNDS ? 'timed ' : '';
    work.counts = prefix === '';
    clock.advance(HOUR);
    for (let feed = 0; feed < FEEDS; feed++) {
      const list = news.articles.get(FIRST + feed) ?? [];
      news.articles.set(FIRST + feed, list);
      list.push(await article(number++, statements, toInstant(clock.now() - 600_000)));
      await work.measure(`${prefix}teaser`, 1, () => feeds.poll(`teasers-${feed}`));
    }
    await readDue(prefix);
  }
  return extractorMilliseconds / pages;
}
