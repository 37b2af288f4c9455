import { marshall } from '@aws-sdk/util-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordSize } from '../../../bench/cost/record-size.ts';
import type { Feed, FeedEvent } from '../../../lambda/model/feed.ts';
import { entryFingerprint } from '../../../lambda/pipeline/judge-item.ts';
import { dumpTable } from '../../support/dump-table.ts';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';
import { take } from '../../support/take.ts';

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore('2026-03-02T09:00:00Z');
});
afterEach(() => memory.close());

const feed = (id: string, more: Partial<Feed> = {}): Feed => ({
  id,
  url: `https://${id}.example/feed.xml`,
  title: `News of ${id}`,
  siteUrl: null,
  folder: null,
  tags: [],
  fullText: 'auto',
  paused: false,
  createdAt: '2026-03-01T00:00:00Z',
  ...more,
});

const records = async (kind: string) =>
  (await dumpTable(memory.table, Buffer.from)).table.filter(({ sk }) => String(sk).startsWith(kind));

const event = (feedId: string, at: string, more: Partial<FeedEvent> = {}): FeedEvent => ({
  feedId,
  at,
  status: 'ok',
  previousStatus: null,
  newItems: 1,
  changedItems: 0,
  rejected: [],
  error: null,
  ...more,
});

test('a new feed is due at once, a paused one never; putting it again keeps its state', async () => {
  const { feeds } = memory.store;
  await feeds.put(feed('harbour'));
  await feeds.put(feed('coast', { paused: true }));
  expect(await feeds.get('harbour')).toEqual(feed('harbour'));
  expect(await feeds.get('unknown')).toBeNull();
  expect((await feeds.due('2026-03-02T09:00:00Z', 10)).map(({ feedId }) => feedId)).toEqual(['harbour']);
  expect(await feeds.state('coast')).toMatchObject({ status: 'paused', nextPollAt: null });
  const state = { ...(await feeds.state('harbour'))!, nextPollAt: '2026-03-02T10:00:00Z', etag: '"1"', ttl: 60 };
  expect(await feeds.saveState(state, '2026-03-02T09:00:00Z')).toBe(true);
  await feeds.put(feed('harbour', { title: 'Another name' }));
  expect(await feeds.state('harbour')).toEqual(state);
  expect([...(await feeds.states(['harbour', 'unknown'])).values()]).toEqual([state]);
});

test('of two workers that have read the same state, one writes', async () => {
  const { feeds } = memory.store;
  await feeds.put(feed('harbour'));
  const state = { ...(await feeds.state('harbour'))!, nextPollAt: '2026-03-02T10:00:00Z' };
  const outcomes = await Promise.all([1, 2].map(() => feeds.saveState(state, '2026-03-02T09:00:00Z')));
  expect(outcomes.sort()).toEqual([false, true]);
  expect(await feeds.saveState({ ...state, nextPollAt: null }, '2026-03-02T10:00:00Z')).toBe(true);
  expect(await feeds.due('2030-01-01T00:00:00Z', 10)).toEqual([]);
  expect(await feeds.saveState(state, '2026-03-02T10:00:00Z')).toBe(false);
  expect(await feeds.saveState(state, null)).toBe(true);
  expect(await feeds.saveState({ ...state, feedId: 'unknown' }, null)).toBe(false);
});

test('the feeds longest due come first, over all shards', async () => {
  const { feeds } = memory.store;
  for (let n = 0; n < 30; n++) {
    memory.clock.set(`2026-03-02T08:${String(59 - n)}:00Z`);
    await feeds.put(feed(`feed-${n}`));
  }
  const due = await feeds.due('2026-03-02T08:49:00Z', 5);
  expect(due.map(({ feedId }) => feedId)).toEqual(['feed-29', 'feed-28', 'feed-27', 'feed-26', 'feed-25']);
  expect(await feeds.due('2026-03-02T08:30:00Z', 100)).toHaveLength(1);
  expect(await feeds.due('2026-03-02T08:59:00Z', 100)).toHaveLength(30);
  expect(await feeds.due('2026-03-02T08:59:00Z', 0)).toEqual([]);
});

test('feeds are listed by title, and read on from any place', async () => {
  const { feeds } = memory.store;
  const titles = ['Østholm Post', 'aalborg Daily', 'Harbour', 'harbour', 'Zealand'];
  for (const [n, title] of titles.entries()) await feeds.put(feed(`feed-${n}`, { title }));
  const all = await take(feeds.list());
  expect(all.map(({ record }) => record.title)).toEqual([
    'aalborg Daily',
    'Harbour',
    'harbour',
    'Zealand',
    'Østholm Post',
  ]);
  expect(await take(feeds.list(all[1]?.position))).toEqual(all.slice(2));
});

test('the state record keeps below 1 KB at its largest, and its minutes are no time to live', async () => {
  const { feeds } = memory.store;
  await feeds.put(feed('harbour'));
  const full = {
    ...(await feeds.state('harbour'))!,
    lastError: { code: 'http-status', message: 'm'.repeat(200) },
    etag: 'e'.repeat(100),
    lastModified: 'Sun, 01 Mar 2026 18:00:00 GMT',
    ...Object.fromEntries(
      ['lastPollAt', 'lastSuccessAt', 'lastNewItemAt', 'failingSince', 'validatorsSince'].map((field) => [
        field,
        '2026-03-01T18:00:00.123Z',
      ]),
    ),
    language: 'en-GB',
    ttl: 15,
  };
  await feeds.saveState(full, '2026-03-02T09:00:00Z');
  expect(await feeds.state('harbour')).toEqual(full);
  const { table } = await dumpTable(memory.table);
  const record = table.find(({ pk }) => String(pk).startsWith('STATES#'));
  expect(record).not.toHaveProperty('ttl');
  const bytes = Object.entries(record!).reduce(
    (sum, [name, value]) => sum + name.length + JSON.stringify(value).length,
    0,
  );
  expect(bytes).toBeLessThan(1024);
});

test('the last entries come back, in one record of few bytes', async () => {
  const { feeds } = memory.store;
  expect(await feeds.entries('harbour')).toEqual({ stored: [], rejected: [], settled: [] });
  const stored = Array.from({ length: 20 }, (_, n) => entryFingerprint(`${n}`));
  const some = { stored, rejected: [entryFingerprint('x')], settled: stored.map((one) => entryFingerprint(one)) };
  await feeds.putEntries('harbour', some);
  const [record, ...others] = await records('ENTRIES');
  expect(others).toEqual([]);
  expect(record).toMatchObject({ feedId: 'harbour', stored: 20, rejected: 1, settled: 20 });
  expect(record?.fingerprints).toHaveLength(41 * 6);
  expect(recordSize(marshall(record))).toBeLessThan(400);
  expect(await feeds.entries('harbour')).toEqual(some);
  const one = { stored: [entryFingerprint('a')], rejected: [], settled: [] };
  await feeds.putEntries('harbour', one);
  expect(await feeds.entries('harbour')).toEqual(one);
});

test('of more entries than fit into a record the first ones are kept', async () => {
  const { feeds } = memory.store;
  const many = Array.from({ length: 30_000 }, (_, n) => entryFingerprint(`${n}`));
  await feeds.putEntries('harbour', { stored: many, rejected: many, settled: many });
  const first = many.slice(0, 20_000);
  expect(await feeds.entries('harbour')).toEqual({ stored: first, rejected: first, settled: first });
});

test('an event is one record of plain attributes', async () => {
  const told = event('harbour', '2026-03-02T09:00:00Z', { newItems: 3 });
  await memory.store.feeds.addEvent(told);
  const place = { pk: 'FEED#harbour', sk: 'LOG#2026-03-02T09:00:00.000Z' };
  expect(await records('LOG')).toEqual([{ ...told, ...place, ttl: Date.parse('2026-04-01T09:00:00Z') / 1000 }]);
});

test('robots.txt is kept as text, and of one that is too long for a record the first lines', async () => {
  const { hosts } = memory.store;
  const robots = { text: 'User-agent: *\nDisallow: /private\n', expiresAt: '2026-03-03T09:00:00Z' };
  await hosts.put({ name: 'harbour.example', heldUntil: null, robots });
  const record = await memory.table.get({ pk: 'HOST#harbour.example', sk: 'STATE' });
  expect(record).toMatchObject({ name: 'harbour.example', robots });
  const long = `${robots.text}${'Disallow: /wächter\n'.repeat(30_000)}`;
  await hosts.put({ name: 'harbour.example', heldUntil: null, robots: { ...robots, text: long } });
  const kept = (await hosts.get('harbour.example'))?.robots?.text ?? '';
  expect(long.startsWith(kept)).toBe(true);
  expect(kept.endsWith('/wächter\n')).toBe(true);
  expect(Buffer.byteLength(kept)).toBeGreaterThan(370 * 1024);
});

test('events come newest first and go after 30 days', async () => {
  const { feeds } = memory.store;
  const events = [1, 2, 3].map((day) => event('harbour', `2026-03-0${day}T09:00:00Z`));
  for (const one of events) await feeds.addEvent(one);
  expect(await feeds.events('harbour', 2)).toEqual([events[2], events[1]]);
  expect(await feeds.events('harbour', 0)).toEqual([]);
  memory.clock.set('2026-04-01T09:00:00Z');
  expect(await feeds.events('harbour', 10)).toEqual([events[2]]);
});

test('an event of thousands of rejected entries is kept, and counts what it leaves out', async () => {
  const { feeds } = memory.store;
  const rejected = Array.from({ length: 5000 }, (_, n) => ({
    entry: `${n} ${'é'.repeat(400)}`,
    code: 'too-old',
    message: 'm',
  }));
  await feeds.addEvent(event('harbour', '2026-03-02T09:00:00Z', { rejected }));
  const [kept] = await feeds.events('harbour', 1);
  expect(kept?.rejected).toHaveLength(801);
  expect(kept?.rejected.at(-1)).toEqual({
    entry: '',
    code: 'more-rejected',
    message: '4200 more entries were rejected',
  });
});

test('a removed feed leaves nothing, and no worker brings its state back', async () => {
  const { feeds } = memory.store;
  await feeds.put(feed('harbour'));
  await feeds.put(feed('coast'));
  await feeds.putEntries('harbour', { stored: ['a'], rejected: [], settled: [] });
  await feeds.addEvent(event('harbour', '2026-03-02T09:00:00Z'));
  const state = (await feeds.state('harbour'))!;
  await feeds.remove('harbour');
  expect(await feeds.saveState(state, state.nextPollAt)).toBe(false);
  const { table } = await dumpTable(memory.table);
  expect(table.map(({ pk, sk }) => `${pk} ${sk}`)).toEqual([
    'FEED#coast META',
    expect.stringMatching(/^STATES#\d coast$/),
  ]);
});
