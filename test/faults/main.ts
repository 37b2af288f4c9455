// Ingests 200 feeds twice, quietly and while everything fails that can, and compares the records.
// npm run test:faults [-- --seed N] [--feeds N]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { startStore } from '../../bench/cost/start-store.ts';
import { feedOf } from '../../lambda/api/feeds/subscribe.ts';
import { openToAll } from '../../lambda/api/kernel/guard/authorise.ts';
import { createFetcher } from '../../lambda/fetch/create-fetcher.ts';
import type { FeedMessage } from '../../lambda/model/message.ts';
import { rollup } from '../../lambda/pipeline/rollup/rollup.ts';
import { createStore } from '../../lambda/store/create-store.ts';
import { dynamoTable } from '../../lambda/store/table/dynamo-table.ts';
import { createApp } from '../../lambda/web/create-app.ts';
import { chance } from '../support/chance.ts';
import { dumpTable, expectedIndexes } from '../support/dump-table.ts';
import { connectToSocket } from '../support/socket-client.ts';
import { readAll, readWhileWriting } from './api-reader.ts';
import { comparable, originals } from './comparable.ts';
import { type FaultFeeds, serveFaultFeeds } from './fault-feeds.ts';
import { FAULTS, type Fault, type FaultPoll, type FaultWorld, messageOf, work } from './fault-kinds.ts';
import { listenWithFaults, type TableFault } from './fault-proxy.ts';
import { fillDisk } from './full-disk.ts';
import { killServing } from './kill-serving.ts';

const ENTRIES = 25;
const AT_ONCE = 8;
const START = Date.parse('2026-12-01T12:00:00Z');
const LATER = 30 * 86_400_000;
/** Which share of the requests a proxy disturbs. */
const SHARES: Record<TableFault, number> = {
  throttled: 0.1,
  'answer lost': 0.1,
  'never answered': 0.05,
  'half of a batch': 0.5,
};
/** Milliseconds after which a client at a proxy gives an answer up. */
const PATIENCE = 1_000;
const QUIET = { info: () => {}, warn: () => {}, error: () => {} };
const NAMES = Object.keys(FAULTS);

const { values } = parseArgs({ options: { seed: { type: 'string' }, feeds: { type: 'string' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const feedCount = Number(values.feeds ?? 200);
const random = chance(seed);
const began = Date.now();
const say = (line: string) => console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);

type Rows = Awaited<ReturnType<typeof dumpTable>>['table'];
/** What a run leaves: all records, and what the API tells of them. */
interface Outcome {
  rows: Rows;
  told: Map<string, string>;
}
let passed = 0;
const failures: string[] = [];
function expectNone(what: string, odd: string[]): void {
  if (odd.length === 0) passed++;
  else failures.push(`${what}: ${odd.slice(0, 3).join('; ')}${odd.length > 3 ? ` and ${odd.length - 3} more` : ''}`);
  say(`${odd.length === 0 ? 'passed' : 'FAILED'}  ${what}`);
}

const quietly: Fault = async (world, { id }) => void (await work(world, await messageOf(world.store, id)));

/** Polls all feeds in two rounds, the second with an entry of each edited. */
async function ingestAll(feeds: FaultFeeds, isQuiet: boolean): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-faults-'));
  const started = await startStore();
  const table = dynamoTable({ client: started.client, name: started.table });
  let now = START;
  const clock = { now: () => now };
  const store = createStore({ table, clock });
  const fetcher = createFetcher({ contact: null, allowHosts: ['127.0.0.0/8'], timeoutMilliseconds: 5_000 }, clock);
  const proxies = await Promise.all(
    (Object.keys(SHARES) as TableFault[]).map(async (fault, number) => {
      const from = join(folder, `proxy-${number}.sock`);
      const proxy = await listenWithFaults({ from, to: started.socket }, fault, {
        share: SHARES[fault],
        random,
      });
      return { fault, proxy, client: connectToSocket(from, PATIENCE) };
    }),
  );
  const reading = new AbortController();
  const assets = { stylesheet: '', script: '' };
  const app = createApp({ store, clock, log: QUIET, authorise: openToAll, assets });
  const reader = isQuiet ? null : readWhileWriting(app, reading.signal);
  const proxied = Object.fromEntries(
    proxies.map(({ fault, client }) => [fault, dynamoTable({ client, name: started.table })]),
  ) as FaultWorld['proxied'];
  const world = { store, table, fetcher, feeds, proxied, random };

  const ids: string[] = [];
  for (let feed = 0; feed < feedCount; feed++) {
    const subscribed = feedOf({ url: feeds.urlOf(feed), title: `Gazette ${feed}`, fullText: 'never' }, clock);
    await store.feeds.put(subscribed);
    ids.push(subscribed.id);
  }
  const sent: (FeedMessage | null)[] = ids.map(() => null);
  for (const round of [0, 1]) {
    const waiting = ids.map((id, feed) => ({ id, feed })).toSorted(() => (isQuiet ? 0 : random() - 0.5));
    const lane = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { id, feed } = next;
        feeds.edition.set(feed, round + 1);
        const poll: FaultPoll = { feed, id, place: Math.floor(feed / NAMES.length), earlier: sent[feed] ?? null };
        const message = await messageOf(store, id);
        const name = NAMES[feed % NAMES.length] ?? '';
        const fault = isQuiet ? quietly : (FAULTS[name] ?? quietly);
        await fault({ ...world, now: START + round * LATER }, poll).catch((error: Error) => {
          failures.push(`${name}, feed ${feed}: ${error.message}`);
        });
        sent[feed] = message;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    now = START + round * LATER + LATER / 2;
    await rollup({ store, clock, log: QUIET });
    say(`${isQuiet ? 'quiet' : 'disturbed'} run: ${round + 1} of 2 rounds`);
  }
  reading.abort();
  const seen = await reader;
  if (seen)
    expectNone(
      `${seen.pages} pages and ${seen.articles} articles read meanwhile show nothing half-written`,
      seen.wrong,
    );
  const told = await readAll(app);
  say(`the API tells of ${told.size} articles and statements`);
  const dump = await dumpTable(table, Buffer.from);
  const expected = expectedIndexes(dump.table);
  expectNone(
    `the indexes of the ${isQuiet ? 'quiet' : 'disturbed'} run are those of its records`,
    Object.keys(expected).filter((name) => !isDeepStrictEqual(dump.indexes[name as 'gsi1'], expected[name as 'gsi1'])),
  );
  if (!isQuiet) {
    const idle = proxies.filter(({ proxy }) => proxy.disturbed() === 0).map(({ fault }) => fault);
    expectNone(`the proxies disturbed ${proxies.map(({ proxy }) => proxy.disturbed()).join(', ')} requests`, idle);
  }
  for (const { proxy, client } of proxies) {
    client.destroy();
    await proxy.close();
  }
  fetcher.close();
  await started.close();
  await rm(folder, { recursive: true });
  return { rows: dump.table, told };
}

/** Compares what both runs say, fault by fault. */
function compare(quiet: Outcome, disturbed: Outcome): { lost: number; doubled: number } {
  const [wanted, found] = [comparable(quiet.rows), comparable(disturbed.rows)];
  const lost = missing(wanted.contents, found.contents);
  const extra = [...found.contents.keys()].filter((key) => !wanted.contents.has(key));
  for (const key of [...lost, ...extra].slice(0, 5)) {
    const [one, other] = [wanted, found].map(({ contents }) => contents.get(key)?.split('],[') ?? []);
    const parts = (own: string[] = [], rest: string[] = []) => own.filter((part) => !rest.includes(part)).join(' ');
    say(`${key}: quiet ${parts(one, other).slice(0, 300)} disturbed ${parts(other, one).slice(0, 300)}`);
  }
  for (const key of [...extra, ...found.doubled].slice(0, 5)) sayWhose(disturbed.rows, key);
  expectNone('every record of the quiet run is in the disturbed one', lost);
  expectNone('the disturbed run has no other records', [...extra, ...found.doubled]);
  const untold = missing(quiet.told, disturbed.told);
  for (const key of untold.slice(0, 3))
    say(`${key}: quiet ${quiet.told.get(key)} disturbed ${disturbed.told.get(key)}`);
  const more = [...disturbed.told.keys()].filter((key) => !quiet.told.has(key));
  expectNone('the API tells of the disturbed run what it tells of the quiet one', [...untold, ...more]);
  const [first, second] = [originals(quiet.rows), originals(disturbed.rows)];
  const odd = [...first].filter(([hash, count]) => second.get(hash) !== count).map(([hash]) => hash);
  expectNone('each text has one original', odd);
  return { lost: lost.length + untold.length, doubled: extra.length + more.length + found.doubled.length };
}

/** Says under which fault the item of a record came, and which records of it there are. */
function sayWhose(rows: Rows, key: string): void {
  const id = /[A-Za-z][A-Za-z0-9]{21}/.exec(key.split(' / ').toReversed().join(' '))?.[0];
  const item = rows.find(({ pk, sk }) => pk === `ITEM#${id}` && sk === 'META');
  const feed = rows.find(({ pk, sk }) => pk === `FEED#${item?.feedId}` && sk === 'META');
  const number = Number(/\d+/.exec(String(feed?.title))?.[0]);
  const own = rows.flatMap((row) => {
    const { pk, sk } = row;
    return id !== undefined && `${pk}${sk}`.includes(id) ? [`${pk} / ${sk}`] : [];
  });
  say(
    `${key}: ${NAMES[number % NAMES.length]}, feed ${number}, revision ${item?.revision}: ${own.join('; ').slice(0, 900)}`,
  );
}

const missing = (wanted: Map<string, string>, found: Map<string, string>): string[] =>
  [...wanted].filter(([key, content]) => found.get(key) !== content).map(([key]) => key);

console.log(`seed ${seed}: ${feedCount} feeds, ${feedCount * ENTRIES} items (again with --seed ${seed})`);
const feeds = await serveFaultFeeds(feedCount, ENTRIES);
const quiet = await ingestAll(feeds, true);
const { lost, doubled } = compare(quiet, await ingestAll(feeds, false));
let kinds = NAMES.length;
for (const [name, fault] of Object.entries({ 'a full disk': fillDisk, 'SIGKILL of npm start': killServing })) {
  const odd = await fault({ feeds, random, say });
  if (odd === null) say(`left out: ${name}`);
  else {
    kinds++;
    expectNone(name, odd);
  }
}
feeds.close();
for (const failure of failures) console.log(`FAILED  ${failure}`);
console.log(`faults: ${kinds} kinds, ${lost} lost, ${doubled} doubled`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
