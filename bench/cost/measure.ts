import { writeFile } from 'node:fs/promises';
import { createFetcher } from '../../lambda/fetch/create-fetcher.ts';
import { toInstant } from '../../lambda/model/instant.ts';
import type { Log } from '../../lambda/model/ports.ts';
import { dispatch } from '../../lambda/pipeline/dispatch.ts';
import { feedMessage } from '../../lambda/pipeline/feed-message.ts';
import { ingestFeed } from '../../lambda/pipeline/ingest-feed.ts';
import { rollup } from '../../lambda/pipeline/rollup/rollup.ts';
import { createStore } from '../../lambda/store/create-store.ts';
import { dynamoTable } from '../../lambda/store/table/dynamo-table.ts';
import type { Measured } from '../../lib/cost/measured.ts';
import { fakeClock } from '../../test/support/fake-clock.ts';
import { countingClient, type Meter, newMeter } from './counting-client.ts';
import { ARTICLE_BYTES, article } from './news.ts';
import { serveNews } from './news-server.ts';
import { startStore } from './start-store.ts';
import { OVERHEAD, storedBytes } from './stored-bytes.ts';

/** So many that an hour's count has many items, as a real one has. */
const FEEDS = 40;
const POLLS_A_DAY = 50;
/** Of a day's polls, so many bring one new item each. */
const ITEMS_A_DAY = 10;
const STATEMENTS = 6;
/** Days before the one that is measured, in which many of its speakers become known. */
const WARM_DAYS = 3;
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
const clock = fakeClock(START);
const opened = await startStore();
const { table } = opened;
const plain = createStore({ table: dynamoTable({ client: opened.client, name: table }), clock });
const counting = createStore({
  table: dynamoTable({ client: countingClient(opened.client, () => clientOf.meter), name: table }),
  clock,
});
/** While time is taken, nothing is counted, for counting takes time. */
let store = plain;
const news = await serveNews();
const fetcher = createFetcher({ contact: null, allowHosts: ['127.0.0.0/8'] }, clock);
const deps = { fetcher, clock, log: QUIET, retentionDays: 90, jitter: Math.random };
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

/** Counts and indexes as every hour, each for itself: the index of words begins when it is known how far was counted. */
async function hourly(prefix: string): Promise<void> {
  const { search } = store;
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
  const parted = { ...store, search: { ...search, state } };
  let report: ReturnType<typeof rollup> | undefined;
  await measured(`${prefix}rollup`, 1, async () => {
    report = rollup({ store: parted, clock, log: QUIET });
    await Promise.race([counting, report]);
  });
  await measured(`${prefix}indexing`, 0, async () => {
    goOn();
    const words = (await report)?.words;
    (stretches.get(`${prefix}indexing`) as Stretch).count += words?.changes ?? 0;
  });
}

async function poll(feedId: string): Promise<string> {
  const [feed, state] = await Promise.all([plain.feeds.get(feedId), plain.feeds.state(feedId)]);
  if (!feed || !state?.nextPollAt) throw new Error(`${feedId} is not due`);
  const { result, document } = await ingestFeed(feedMessage(feed, state.nextPollAt), { ...deps, store });
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
      news.stamped = feed % 4 === 3;
      const list = news.articles.get(feed) ?? [];
      news.articles.set(feed, list);
      if (brings) list.push(await article(published++, STATEMENTS, toInstant(clock.now() - 600_000)));
      const quiet = news.validators ? 'unchanged304' : news.stamped ? 'unchanged200' : 'same200';
      const name = brings ? 'news' : quiet;
      const result = await measured(`${prefix}${name}`, 1, () => poll(`feed-${feed}`));
      const expected = brings ? 'read 1' : quiet === 'unchanged200' ? 'read 0' : 'not-modified';
      if (result !== expected && prefix !== 'first ') throw new Error(`a poll gave ${result}, not ${expected}`);
    }
    if (Math.floor(((step + 1) * 24) / POLLS_A_DAY) > Math.floor((step * 24) / POLLS_A_DAY)) {
      await hourly(prefix);
    }
  }
  clock.set(toInstant(began + DAY));
}

for (let feed = 0; feed < FEEDS; feed += 1) {
  await plain.feeds.put({
    id: `feed-${feed}`,
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
for (let n = 0; n < WARM_DAYS; n += 1) await day('warm ');
await day('timed ');
store = counting;
await day('');
// The last day too is to be stored as one that is over.
clock.advance(DAY);
await rollup({ store: plain, clock, log: QUIET });
const bytes = await storedBytes(opened.client, table);
let stored = 0;
for await (const { record } of plain.items.newest({})) stored += record.statementCount;
const queue = { send: async () => undefined };
await measured('idle', 1, () => counting.feeds.due('2000-01-01T00:00:00Z', 1));
await measured('idle', 1, () => counting.items.duePages('2000-01-01T00:00:00Z', 1));
const { sent } = await measured('dispatch', FEEDS, () => dispatch({ store, queue, clock, log: QUIET }));
if (sent !== FEEDS) throw new Error(`${sent} feeds were due, not ${FEEDS}`);
fetcher.close();
news.close();
await opened.close();

const OF_STATEMENTS = ['STMT', 'SAID', 'SPEAKER', 'NAME'];
const OF_FEEDS = ['FEED', 'STATES', 'ENTRIES', 'HOST', 'DAYS'];
/** Kept for 30 days, whatever items are kept for. */
const OF_LOG = ['LOG'];
/** Written in batches of thousands of items, or anew each hour: a day of few items tells little of it but how long it is. */
const OF_WORDS = ['WORDS'];
/** The job's lease and checkpoint, once an hour whatever there is to count. */
const OF_JOB = ['JOB'];
const NOT_OF_ITEMS = [...OF_FEEDS, ...OF_LOG, ...OF_WORDS, ...OF_JOB];

const of = (name: string): Stretch => {
  const stretch = stretches.get(name);
  if (!stretch) throw new Error(`${name} was not measured`);
  return stretch;
};
const unitsByKind = ({ meter, count }: Stretch): Record<string, number> =>
  Object.fromEntries(
    [...meter.byKind].map(([kind, { tableUnits, indexUnits }]) => [kind, (tableUnits + indexUnits) / count]),
  );
const add = (list: number[]): number => list.reduce((sum, one) => sum + one, 0);
const rounded = (value: number): number => Number(value.toPrecision(4));
const pollOf = (name: string) => {
  const stretch = of(name);
  return {
    writeUnits: rounded(unitsByKind(stretch).STATES ?? 0),
    readUnits: rounded(stretch.meter.readUnits / stretch.count),
    milliseconds: rounded(of(`timed ${name}`).milliseconds / stretch.count),
  };
};

const items = of('news').count;
const rollups = of('rollup');
const { STATES: _, ...own } = unitsByKind(of('news'));
const counted = Object.fromEntries(
  [...rollups.meter.byKind, ...of('indexing').meter.byKind].map(([kind, { tableUnits, indexUnits }]) => [
    kind,
    (tableUnits + indexUnits) / items,
  ]),
);
const byKind: Record<string, number> = { ...own };
const allItems = add(['first ', 'warm ', 'timed ', ''].map((prefix) => of(`${prefix}news`).count));
for (const [kind, units] of Object.entries(counted)) byKind[kind] = (byKind[kind] ?? 0) + units;
const statements = stored / allItems;
const unitsOf = (chosen: (kind: string) => boolean) =>
  add(Object.entries(byKind).flatMap(([kind, units]) => (chosen(kind) ? units : [])));
const isOfStatements = (kind: string) => OF_STATEMENTS.includes(kind);
const bytesOf = (chosen: (kind: string) => boolean, count: number) => {
  const chosenKinds = Object.entries(bytes).flatMap(([kind, one]) => (chosen(kind) ? one : []));
  return {
    tableBytes: rounded(add(chosenKinds.map(({ tableBytes }) => tableBytes)) / count),
    indexBytes: rounded(add(chosenKinds.map(({ indexBytes }) => indexBytes)) / count),
  };
};
const result: Measured = {
  measuredAt: new Date().toISOString().slice(0, 10),
  conditions: {
    feeds: FEEDS,
    pollsPerDay: POLLS_A_DAY,
    itemsPerDay: ITEMS_A_DAY,
    textBytesPerItem: ARTICLE_BYTES,
    statementsPerItem: rounded(statements),
    returnedTableUnits: add([...stretches.values()].map(({ meter }) => meter.returnedTableUnits)),
    countedTableUnits: add(
      [...stretches.values()].flatMap(({ meter }) => [...meter.byKind.values()].map(({ tableUnits }) => tableUnits)),
    ),
  },
  poll: {
    notModified: pollOf('unchanged304'),
    sameBytes: pollOf('same200'),
    unchanged: pollOf('unchanged200'),
    news: pollOf('news'),
  },
  item: {
    writeUnits: rounded(unitsOf((kind) => !isOfStatements(kind) && !OF_WORDS.includes(kind))),
    rollupReadUnits: rounded(rollups.meter.readUnits / items),
    rollupMilliseconds: rounded(of('timed rollup').milliseconds / items),
    ...bytesOf((kind) => !isOfStatements(kind) && !NOT_OF_ITEMS.includes(kind), allItems),
    logBytes: rounded(bytesOf((kind) => OF_LOG.includes(kind), allItems).tableBytes),
    wordBytes: rounded((bytes.WORDS?.tableBytes ?? 0) / allItems),
  },
  indexing: { milliseconds: rounded(of('timed indexing').milliseconds / of('timed indexing').count) },
  statement: {
    writeUnits: rounded(unitsOf(isOfStatements) / statements),
    ...bytesOf(isOfStatements, allItems * statements),
  },
  feed: bytesOf((kind) => OF_FEEDS.includes(kind), FEEDS),
  dispatch: {
    readUnits: rounded((of('dispatch').meter.readUnits - of('idle').meter.readUnits) / FEEDS),
    stateBytes: rounded((bytes.STATES?.tableBytes ?? 0) / FEEDS - OVERHEAD),
  },
  writeUnitsByKind: Object.fromEntries(Object.entries(byKind).map(([kind, units]) => [kind, rounded(units)])),
};
const file = new URL('../../lib/cost/measured.json', import.meta.url);
await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
console.log(JSON.stringify(result, null, 2));
