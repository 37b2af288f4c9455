import { expect, onTestFinished, test } from 'vitest';
import { feedOf } from '../../../lambda/api/feeds/subscribe.ts';
import { createFetcher } from '../../../lambda/fetch/create-fetcher.ts';
import { createPoliteFetcher } from '../../../lambda/fetch/polite-fetcher.ts';
import { toInstant } from '../../../lambda/model/instant.ts';
import { dispatch } from '../../../lambda/pipeline/dispatch.ts';
import { ingestFeed } from '../../../lambda/pipeline/ingest-feed.ts';
import { createLocalQueue } from '../../../local/local-queue.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { quietLog } from '../../support/quiet-log.ts';
import { type Asked, servePolitely } from './polite-server.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = '2024-05-06T12:00:00Z';

/** A whole Dateline against a real server: what is due is sent, queued and polled politely, while only the test's clock goes. */
async function createMachine() {
  const { store, clock, close } = await openMemoryStore(START);
  const server = await servePolitely(clock);
  const network = createFetcher({ contact: 'desk@news.example', allowHosts: ['127.0.0.0/8'] }, clock);
  onTestFinished(async () => {
    network.close();
    await close();
  });
  const fetcher = createPoliteFetcher(network, { clock, delay: async (wait) => clock.advance(wait) });
  const log = quietLog();
  const deps = { store, clock, log, fetcher, retentionDays: 0, jitter: () => 0.5 };
  const queue = createLocalQueue({
    clock,
    log,
    async work(message) {
      if (message.kind === 'feed') await ingestFeed(message, deps);
    },
  });
  const began = clock.now();
  return {
    ...server,
    store,
    state: async (id: string) => (await store.feeds.state(id))!,
    subscribe: async (host: string, path?: string) => {
      const feed = feedOf({ url: server.url(host, path), fullText: 'never' }, clock);
      await store.feeds.put(feed);
      return feed.id;
    },
    /** Lets the time pass, and polls whatever becomes due in it. */
    async pass(milliseconds: number): Promise<void> {
      const end = clock.now() + milliseconds;
      for (;;) {
        const [next] = await store.feeds.due(toInstant(end), 1);
        if (!next?.nextPollAt) break;
        clock.set(toInstant(Math.max(clock.now(), Date.parse(next.nextPollAt))));
        await dispatch({ store, queue, clock, log });
        await queue.idle();
      }
      clock.set(toInstant(Math.max(clock.now(), end)));
      expect(log.messages.filter((message) => message === 'a message failed')).toEqual([]);
    },
    /** Hours after the start at which this host was asked. */
    hours: (host: string, path?: string) =>
      server.asked
        .filter((one) => one.host === host && (path === undefined || one.path === path))
        .map(({ at }) => (at - began) / HOUR),
    now: () => toInstant(clock.now()),
    later: (milliseconds: number) => toInstant(clock.now() + milliseconds),
  };
}

/** The shortest time from the end of a request to the next one of its host. */
function shortestPause(asked: Asked[]): number {
  const last = new Map<string, number>();
  let shortest = Number.POSITIVE_INFINITY;
  for (const { host, at, until } of asked) {
    shortest = Math.min(shortest, at - (last.get(host) ?? Number.NEGATIVE_INFINITY));
    last.set(host, until);
  }
  return shortest;
}

const daily = [1, 2, 3, 4, 5].map((days) => toInstant(Date.parse(START) - days * DAY));

test('a host is asked for one thing at a time, a second apart, redirects included; and honestly', async () => {
  const machine = await createMachine();
  for (const host of ['1.1', '1.2', '1.3']) machine.answers.set(host, { dates: daily });
  machine.answers.set('1.2/away', { status: 302, headers: { location: machine.url('1.1', '/from-2') } });
  for (const path of ['/a', '/b', '/c', '/d']) await machine.subscribe('1.1', path);
  for (const path of ['/a', '/away']) await machine.subscribe('1.2', path);
  await machine.subscribe('1.3', '/a');
  await machine.pass(2 * DAY);
  expect(machine.hours('1.1', '/from-2').length).toBeGreaterThan(1);
  expect(shortestPause(machine.asked)).toBeGreaterThanOrEqual(1_000);
  expect(shortestPause(machine.asked)).toBeLessThan(2_000);
  const agents = new Set(machine.asked.map(({ headers }) => headers['user-agent']));
  expect([...agents]).toEqual(['Dateline/0.2.0 (+https://github.com/dateline/dateline; desk@news.example)']);
});

const http = (hours: number): string => new Date(Date.parse(START) + hours * HOUR).toUTCString();

test.each([
  ['an item a day', daily, {}, '', 24],
  ['an item an hour', Array.from({ length: 40 }, (_, n) => toInstant(Date.parse(START) - n * HOUR)), {}, '', 1],
  ['an item a minute', Array.from({ length: 90 }, (_, n) => toInstant(Date.parse(START) - n * MINUTE)), {}, '', 5 / 60],
  ['no dates, and a ttl of three hours', [], {}, '<ttl>180</ttl>', 3],
  ['no dates, and a ttl of a year', [], {}, '<ttl>525600</ttl>', 5],
  ['no dates, and max-age of a year', [], { 'cache-control': 'max-age=31536000' }, '', 5],
  ['no dates, and Expires in two hours', [], { date: http(0), expires: http(2) }, '', 2],
])('the second poll of %s', async (_name, dates, headers, extra, hours) => {
  const machine = await createMachine();
  machine.answers.set('1.1', { dates, headers, extra });
  const id = await machine.subscribe('1.1');
  await machine.pass(MINUTE);
  const [first = 0] = machine.hours('1.1');
  const { nextPollAt } = await machine.state(id);
  expect((Date.parse(nextPollAt ?? '') - Date.parse(START)) / HOUR - first).toBeCloseTo(hours, 1);
});

test('validators are sent until they are eight days old, and once not', async () => {
  const machine = await createMachine();
  machine.answers.set('1.1', { dates: daily, headers: { etag: '"one"' } });
  const id = await machine.subscribe('1.1');
  await machine.pass(10 * DAY - HOUR);
  const sent = machine.asked.map(({ headers }) => headers['if-none-match'] ?? null);
  expect(sent).toEqual([null, ...Array(7).fill('"one"'), null, '"one"']);
  expect(await machine.state(id)).toMatchObject({ status: 'ok', errorCount: 0 });
});

test.each([
  [429, { 'retry-after': '21600' }, 6],
  [503, { 'retry-after': '21600' }, 6],
  [429, {}, 1 / 6],
])('%i with %j holds the whole host, and no other', async (status, headers, hours) => {
  const machine = await createMachine();
  const hourly = Array.from({ length: 40 }, (_, n) => toInstant(Date.parse(START) - n * HOUR));
  for (const host of ['1.1', '1.2']) machine.answers.set(host, { dates: hourly });
  for (const path of ['/a', '/b', '/c']) await machine.subscribe('1.1', path);
  const other = await machine.subscribe('1.2');
  machine.answers.set('1.1', { status, headers });
  await machine.pass(MINUTE);
  expect(machine.hours('1.1')).toHaveLength(1);
  machine.answers.set('1.1', { dates: hourly });
  await machine.pass(8 * HOUR);
  const [first = 0, second = 0] = machine.hours('1.1');
  expect(second - first).toBeGreaterThanOrEqual(hours - 1e-6);
  expect(machine.hours('1.2').length).toBeGreaterThan(5);
  expect(shortestPause(machine.asked)).toBeGreaterThanOrEqual(1_000);
  expect(await machine.state(other)).toMatchObject({ status: 'ok' });
});

test('a host that redirects elsewhere is not held for what is said there, and who leads there waits', async () => {
  const machine = await createMachine();
  const target = machine.url('1.9', '/wall');
  machine.answers.set('1.9', { status: 429, headers: { 'retry-after': '7200' } });
  machine.answers.set('1.1/away', { status: 302, headers: { location: target } });
  machine.answers.set('1.2/away', { status: 302, headers: { location: target } });
  machine.answers.set('1.1', { dates: daily });
  const away = await machine.subscribe('1.1', '/away');
  await machine.pass(MINUTE);
  const [second, near] = [await machine.subscribe('1.2', '/away'), await machine.subscribe('1.1', '/near')];
  await machine.pass(HOUR);
  expect(machine.hours('1.9')).toHaveLength(1);
  expect(await machine.state(away)).toMatchObject({ status: 'slow', lastError: { code: 'http-status' } });
  expect(await machine.state(near)).toMatchObject({ status: 'ok' });
  expect(await machine.state(second)).toMatchObject({ status: 'ok', lastPollAt: null });
  machine.answers.set('1.9', { dates: daily });
  await machine.pass(3 * HOUR);
  expect(await machine.state(second)).toMatchObject({ status: 'ok', errorCount: 0, lastSuccessAt: expect.any(String) });
});

test('errors are asked again after twice the time, up to a day, and for ever', async () => {
  const machine = await createMachine();
  machine.answers.set('1.1', { status: 500 });
  const id = await machine.subscribe('1.1');
  await machine.pass(20 * DAY);
  const hours = machine.hours('1.1');
  const waits = hours.slice(1).map((hour, index) => Math.round((hour - (hours[index] ?? 0)) * 60));
  expect(waits.slice(0, 8)).toEqual([10, 20, 40, 80, 160, 320, 640, 1_280]);
  expect(new Set(waits.slice(8))).toEqual(new Set([1_440]));
  expect(waits.length).toBeGreaterThan(24);
  expect(await machine.state(id)).toMatchObject({ status: 'failing', failingSince: START });
  expect(await machine.store.feeds.events(id, 100)).toHaveLength(1);
  machine.answers.set('1.1', { dates: daily });
  await machine.pass(DAY);
  expect(await machine.state(id)).toMatchObject({ status: 'ok', errorCount: 0, failingSince: null });
  expect(await machine.store.feeds.events(id, 100)).toMatchObject([{ previousStatus: 'failing' }, {}]);
});

test.each([401, 403])('%i is a blocked feed, asked once a day', async (status) => {
  const machine = await createMachine();
  machine.answers.set('1.1', { status });
  const id = await machine.subscribe('1.1');
  await machine.pass(3 * DAY - HOUR);
  expect(machine.hours('1.1').map(Math.round)).toEqual([0, 24, 48]);
  expect(await machine.state(id)).toMatchObject({ status: 'blocked' });
});

test('410 is a feed that is gone, and not asked again', async () => {
  const machine = await createMachine();
  machine.answers.set('1.1', { status: 410 });
  const id = await machine.subscribe('1.1');
  await machine.pass(60 * DAY);
  expect(machine.hours('1.1')).toHaveLength(1);
  expect(await machine.state(id)).toMatchObject({ status: 'gone', nextPollAt: null });
});

test('a feed that moved for good is asked at its new address only, from the third poll on', async () => {
  const machine = await createMachine();
  const address = machine.url('1.2', '/new');
  machine.answers.set('1.1', { status: 308, headers: { location: address } });
  machine.answers.set('1.2', { dates: daily, headers: { etag: '"new"' } });
  const id = await machine.subscribe('1.1');
  await machine.pass(4 * DAY - HOUR);
  expect(machine.hours('1.1').map(Math.round)).toEqual([0, 24]);
  expect(machine.hours('1.2').map(Math.round)).toEqual([0, 24, 48, 72]);
  // The validators are the new host's, and the old one never hears of them.
  const sent = machine.asked.map(({ host, headers }) => `${host} ${headers['if-none-match'] ?? '-'}`);
  expect(sent).toEqual(['1.1 -', '1.2 -', '1.1 -', '1.2 "new"', '1.2 "new"', '1.2 "new"']);
  expect(await machine.store.feeds.get(id)).toMatchObject({ id, url: address });
  const events = await machine.store.feeds.events(id, 100);
  expect(events.map(({ movedTo }) => movedTo ?? null)).toEqual([address, null]);
});

test('a feed that brings nothing new for a month is stale, says so once, and is asked on', async () => {
  const machine = await createMachine();
  machine.answers.set('1.1', { dates: daily });
  const id = await machine.subscribe('1.1');
  await machine.pass(29 * DAY);
  expect(await machine.state(id)).toMatchObject({ status: 'ok' });
  await machine.pass(6 * DAY);
  expect(await machine.state(id)).toMatchObject({ status: 'stale', errorCount: 0 });
  expect(await machine.store.feeds.events(id, 100)).toMatchObject([{ status: 'stale', previousStatus: 'ok' }]);
  const before = machine.hours('1.1').length;
  await machine.pass(3 * DAY);
  expect(machine.hours('1.1').length - before).toBe(3);
});
