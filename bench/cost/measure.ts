import { writeFile } from 'node:fs/promises';
import { createFetcher } from '../../lambda/fetch/create-fetcher.ts';
import { toInstant } from '../../lambda/model/instant.ts';
import type { Log } from '../../lambda/model/ports.ts';
import { dispatch } from '../../lambda/pipeline/dispatch.ts';
import { feedMessage } from '../../lambda/pipeline/feed-message.ts';
import { ingestFeed } from '../../lambda/pipeline/ingest-feed.ts';
import { rollup } from '../../lambda/pipeline/rollup/rollup.ts';
import { dynamoTable } from '../../lambda/store/table/dynamo-table.ts';
import type { Measured } from '../../lib/cost/measured.ts';
import { kindNamed } from '../../lib/cost/record-kinds.ts';
import { fakeClock } from '../../test/support/fake-clock.ts';
import { measurePages } from './measure-pages.ts';
import { measureRequests } from './measure-requests.ts';
import { ARTICLE_BYTES, article } from './news.ts';
import { serveNews } from './news-server.ts';
import { startStore } from './start-store.ts';
import { OVERHEAD, storedBytes } from './stored-bytes.ts';
import { createWorkRecorder } from './work-recorder.ts';

/** So many that an hour's count has many items, as a real one has. */
const FEEDS = 24;
const POLLS_A_DAY = 20;
/** Of a day's polls, so many bring one new item each. */
const ITEMS_A_DAY = 10;
const STATEMENTS = 6;
const START = '2026-03-02T00:00:00Z';
const DAY = 86_400_000;
const QUIET: Log = { info: () => {}, warn: () => {}, error: () => {} };

const clock = fakeClock(START);
const opened = await startStore();
const work = createWorkRecorder(opened.client, opened.table, clock);
const { plain, of } = work;
const news = await serveNews();
const fetcher = createFetcher({ contact: null, allowHosts: ['127.0.0.0/8'] }, clock);
const deps = { fetcher, clock, log: QUIET, retentionDays: 90, jitter: Math.random };
/** Counts and indexes as every hour, each for itself: the index of words begins when it is known how far was counted. */
async function hourly(prefix: string): Promise<void> {
  const { search } = work.store();
  let isCounted = (): void => undefined;
  const counting = new Promise<void>((resolve) => {
    isCounted = resolve;
  });
  let goOn = (): void => undefined;
  const pause = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const state: typeof search.state = async () => {
    isCounted();
    await pause;
    return search.state();
  };
  const parted = { ...work.store(), search: { ...search, state } };
  let report: ReturnType<typeof rollup> | undefined;
  await work.measure(`${prefix}rollup`, 1, async () => {
    report = rollup({ store: parted, clock, log: QUIET });
    await Promise.race([counting, report]);
  });
  await work.measure(`${prefix}indexing`, 0, async () => {
    goOn();
    const words = (await report)?.words;
    of(`${prefix}indexing`).count += words?.changes ?? 0;
  });
}

async function poll(feedId: string): Promise<string> {
  const [feed, state] = await Promise.all([plain.feeds.get(feedId), plain.feeds.state(feedId)]);
  if (!feed || !state?.nextPollAt) throw new Error(`${feedId} is not due`);
  const { result, document } = await ingestFeed(feedMessage(feed, state.nextPollAt), { ...deps, store: work.store() });
  return document ? `${result} ${document.newItems}` : result;
}

let published = 0;
async function day(prefix: string): Promise<void> {
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
      await hourly(prefix);
    }
  }
  clock.set(toInstant(began + DAY));
}

async function subscribe(id: string, feed: number): Promise<void> {
  await plain.feeds.put({
    id,
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

for (let feed = 0; feed < FEEDS; feed += 1) await subscribe(`feed-${feed}`, feed);
await day('first ');
await day('timed ');
work.counts = true;
await day('');
// The last day too is to be stored as one that is over.
clock.advance(DAY);
await rollup({ store: plain, clock, log: QUIET });
const bytes = await storedBytes(opened.client, opened.table);
let stored = 0;
for await (const { record } of plain.items.newest({})) stored += record.statementCount;
const queue = { send: async () => undefined };
await work.measure('idle', 1, () => work.store().feeds.due('2000-01-01T00:00:00Z', 1));
await work.measure('idle', 1, () => work.store().items.duePages('2000-01-01T00:00:00Z', 1));
const { sent } = await work.measure('dispatch', FEEDS, () =>
  dispatch({ store: work.store(), queue, clock, log: QUIET }),
);
if (sent !== FEEDS) throw new Error(`${sent} feeds were due, not ${FEEDS}`);
console.error(`${(performance.now() / 1000).toFixed(0)} s: requests`);
const requests = await measureRequests(work, {
  clock,
  table: dynamoTable({ client: opened.client, name: opened.table }),
});
console.error(`${(performance.now() / 1000).toFixed(0)} s: pages`);
const extractorMilliseconds = await measurePages({ work, clock, news, deps, statements: STATEMENTS, subscribe, poll });
fetcher.close();
news.close();
await opened.close();

const add = (list: number[]): number => list.reduce((sum, one) => sum + one, 0);
const rounded = (value: number): number => Number(value.toPrecision(4));
/** Write units of one of a stretch, by kind of record. */
const unitsOf = (name: string, count = of(name).count): Map<string, number> =>
  new Map([...of(name).consumed.byKind].map(([kind, one]) => [kind, (one.tableUnits + one.indexUnits) / count]));
const onePoll = (name: string, writeUnits: number) => ({
  writeUnits: rounded(writeUnits),
  readUnits: rounded(of(name).consumed.readUnits / of(name).count),
  milliseconds: rounded(of(`timed ${name}`).milliseconds / of(`timed ${name}`).count),
});
const pollOf = (name: string) => onePoll(name, unitsOf(name).get('STATES') ?? 0);
const inAll = (name: string) => onePoll(name, add([...unitsOf(name).values()]));

const items = of('news').count;
const hours = of('rollup').count;
const allItems = add(['first ', 'timed ', ''].map((prefix) => of(`${prefix}news`).count));
const statements = stored / allItems;
const writes = [unitsOf('news'), unitsOf('rollup', items), unitsOf('indexing', items)];
/** Units and bytes of one of what a kind of record grows with. */
const kinds = Object.entries(bytes).map(([name, { tableBytes, indexBytes }]): [string, Measured['kinds'][string]] => {
  const { growsWith } = kindNamed(name);
  const units = add(writes.map((stretch) => stretch.get(name) ?? 0));
  const stored = (most: number): number => {
    if (growsWith === 'statement') return most / (allItems * statements);
    if (growsWith === 'round') return most;
    return most / (growsWith === 'feed' || growsWith === 'entries' || growsWith === 'poll' ? FEEDS : allItems);
  };
  const [table, index] = [rounded(stored(tableBytes)), rounded(stored(indexBytes))];
  const written = (): number => {
    if (growsWith === 'statement') return units / statements;
    if (growsWith === 'round') return (units * items) / hours;
    // Batches of thousands of articles are written once, and the last one anew each hour: a day of few articles tells how long it is.
    if (growsWith === 'word') return table / 1024;
    return growsWith === 'feed' ? 0 : units;
  };
  return [name, { writeUnits: rounded(written()), tableBytes: table, indexBytes: index }];
});
const result: Measured = {
  measuredAt: new Date().toISOString().slice(0, 10),
  conditions: {
    feeds: FEEDS,
    pollsPerDay: POLLS_A_DAY,
    itemsPerDay: ITEMS_A_DAY,
    textBytesPerItem: ARTICLE_BYTES,
    statementsPerItem: rounded(statements),
    returnedTableUnits: add([...work.recorded.values()].map(({ consumed }) => consumed.returnedTableUnits)),
    countedTableUnits: add(
      [...work.recorded.values()].flatMap(({ consumed }) => [...consumed.byKind.values()].map((one) => one.tableUnits)),
    ),
  },
  poll: {
    notModified: pollOf('unchanged304'),
    sameBytes: pollOf('same200'),
    unchanged: pollOf('unchanged200'),
    news: pollOf('news'),
  },
  kinds: Object.fromEntries(kinds),
  statementsAboveOneKilobyte: rounded((bytes.STMT?.aboveOneKilobyte ?? 0) / (bytes.STMT?.records ?? 1)),
  counting: {
    readUnits: rounded(of('rollup').consumed.readUnits / items),
    milliseconds: rounded(of('timed rollup').milliseconds / of('timed news').count),
  },
  indexing: { milliseconds: rounded(of('timed indexing').milliseconds / of('timed indexing').count) },
  dispatch: {
    readUnits: rounded((of('dispatch').consumed.readUnits - of('idle').consumed.readUnits) / FEEDS),
    stateBytes: rounded((bytes.STATES?.tableBytes ?? 0) / FEEDS - OVERHEAD),
  },
  page: {
    teaser: inAll('teaser'),
    wholeText: inAll('news'),
    page: { ...inAll('page'), milliseconds: rounded(inAll('page').milliseconds - extractorMilliseconds) },
    extractorMilliseconds: rounded(extractorMilliseconds),
  },
  requests: Object.fromEntries(
    Object.entries(requests).map(([kind, { readUnits, milliseconds }]) => [
      kind,
      { readUnits: rounded(readUnits), milliseconds: rounded(milliseconds) },
    ]),
  ),
};
const file = new URL('../../lib/cost/measured.json', import.meta.url);
await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
console.log(JSON.stringify(result, null, 2));
