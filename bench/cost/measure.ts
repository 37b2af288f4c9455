import { writeFile } from 'node:fs/promises';
import { createFetcher } from '../../lambda/fetch/create-fetcher.ts';
import { toInstant } from '../../lambda/model/instant.ts';
import type { Log } from '../../lambda/model/ports.ts';
import { dispatch } from '../../lambda/pipeline/dispatch.ts';
import { feedMessage } from '../../lambda/pipeline/feed-message.ts';
import { ingestFeed } from '../../lambda/pipeline/ingest-feed.ts';
import { rollup } from '../../lambda/pipeline/rollup.ts';
import { createStore } from '../../lambda/store/create-store.ts';
import { openMemoryStore } from '../../test/support/memory-store.ts';
import { countingClient, type Meter, newMeter } from './counting-client.ts';
import { article } from './news.ts';
import { serveNews } from './news-server.ts';
import { storedBytes } from './stored-bytes.ts';

const FEEDS = 12;
const POLLS_A_DAY = 50;
/** Of a day's polls, so many bring one new item each. */
const ITEMS_A_DAY = 10;
const STATEMENTS = 4;
const START = '2026-03-02T00:00:00Z';
const DAY = 86_400_000;
const QUIET: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** What a stretch of work took. */
interface Stretch {
  meter: Meter;
  count: number;
  milliseconds: number;
}

const clientOf = { meter: newMeter() };
const opened = await openMemoryStore(START);
const { clock, table } = opened;
const store = createStore({ client: countingClient(opened.client, () => clientOf.meter), table, clock });
const news = await serveNews();
const fetcher = createFetcher({ contact: null, allowHosts: ['127.0.0.0/8'] }, clock);
const deps = { store, fetcher, clock, log: QUIET, retentionDays: 90, jitter: Math.random };
const stretches = new Map<string, Stretch>();

async function measured<T>(name: string, count: number, work: () => Promise<T>): Promise<T> {
  const stretch = stretches.get(name) ?? { meter: newMeter(), count: 0, milliseconds: 0 };
  stretches.set(name, stretch);
  clientOf.meter = stretch.meter;
  stretch.count += count;
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  stretch.milliseconds += (user + system) / 1000;
  return result;
}

async function poll(feedId: string): Promise<string> {
  const [feed, state] = await Promise.all([opened.store.feeds.get(feedId), opened.store.feeds.state(feedId)]);
  if (!feed || !state?.nextPollAt) throw new Error(`${feedId} is not due`);
  const { result, document } = await ingestFeed(feedMessage(feed, state.nextPollAt), deps);
  return document ? `${result} ${document.newItems}` : result;
}

let published = 0;
async function day(prefix: string): Promise<void> {
  const began = clock.now();
  for (let step = 0; step < POLLS_A_DAY; step += 1) {
    clock.set(toInstant(began + (step * DAY) / POLLS_A_DAY));
    for (let feed = 0; feed < FEEDS; feed += 1) {
      const brings = (step + feed) % (POLLS_A_DAY / ITEMS_A_DAY) === 0;
      news.validators = feed % 2 === 0;
      const list = news.articles.get(feed) ?? [];
      news.articles.set(feed, list);
      if (brings) list.push(await article(published++, STATEMENTS, toInstant(clock.now() - 600_000)));
      const name = brings ? 'news' : news.validators ? 'unchanged304' : 'unchanged200';
      const result = await measured(`${prefix}${name}`, 1, () => poll(`feed-${feed}`));
      const expected = brings ? 'read 1' : news.validators ? 'not-modified' : 'read 0';
      if (result !== expected && prefix === '') throw new Error(`a poll gave ${result}, not ${expected}`);
    }
    if (Math.floor(((step + 1) * 24) / POLLS_A_DAY) > Math.floor((step * 24) / POLLS_A_DAY)) {
      await measured(`${prefix}rollup`, 1, () => rollup({ store, clock, log: QUIET }));
    }
  }
  clock.set(toInstant(began + DAY));
}

for (let feed = 0; feed < FEEDS; feed += 1) {
  await opened.store.feeds.put({
    id: `feed-${String(feed).padStart(18, '0')}`.slice(0, 5 + 18) && `feed-${feed}`,
    url: news.urlOf(feed),
    title: `Gazette ${feed}`,
    siteUrl: null,
    folder: null,
    tags: [],
    fullText: 'auto',
    paused: false,
    createdAt: START,
  });
}
await day('first ');
await day('');
const bytes = await storedBytes(opened.client, table);
clock.advance(DAY);
const queue = { send: async () => undefined };
const { sent } = await measured('dispatch', FEEDS, () => dispatch({ store, queue, clock, log: QUIET }));
if (sent !== FEEDS) throw new Error(`${sent} feeds were due, not ${FEEDS}`);
clock.set(START);
await measured('idle', 1, () => dispatch({ store, queue, clock, log: QUIET }));
fetcher.close();
news.close();
await opened.close();

const show = ({ meter, count, milliseconds }: Stretch) => ({
  count,
  milliseconds: milliseconds / count,
  readUnits: meter.readUnits / count,
  writeUnits: Object.fromEntries(
    [...meter.byKind].map(([kind, { tableUnits, indexUnits, writes }]) => [
      kind,
      [tableUnits, indexUnits, writes].map((units) => Number((units / count).toFixed(3))),
    ]),
  ),
  sum: [...meter.byKind.values()].reduce((sum, { tableUnits, indexUnits }) => sum + tableUnits + indexUnits, 0) / count,
  returned: meter.returnedTableUnits / count,
  computed: [...meter.byKind.values()].reduce((sum, one) => sum + one.tableUnits, 0) / count,
});
const result = {
  measuredAt: new Date().toISOString(),
  stretches: Object.fromEntries([...stretches].map(([name, one]) => [name, show(one)])),
  bytes,
};
await writeFile('/tmp/measured-operate.json', JSON.stringify(result, null, 1));
console.log(JSON.stringify(result, null, 1));
