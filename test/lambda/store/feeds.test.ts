import { brotliCompressSync } from 'node:zlib';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordSize } from '../../../bench/cost/record-size.ts';
import { firstState } from '../../../lambda/common/first-state.ts';
import { shortHash } from '../../../lambda/common/hash.ts';
import type { Feed, FeedEvent } from '../../../lambda/model/feed.ts';
import { toInstant } from '../../../lambda/model/instant.ts';
import { entryMark } from '../../../lambda/pipeline/judge-item.ts';
import { feedStateRecord } from '../../../lambda/store/records/feed-state.ts';
import { keys } from '../../../lambda/store/table/keys.ts';
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

const rows = async (kind: string) =>
  (await dumpTable(memory.table, Buffer.from)).table.filter(({ sk }) => String(sk).startsWith(`${kind}#`));

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

test('the last entries come back, however many', async () => {
  const { feeds } = memory.store;
  expect(await feeds.entries('harbour')).toEqual({ stored: [], rejected: [], settled: [] });
  const many = {
    stored: Array.from({ length: 60_000 }, (_, n) => entryMark(`${n}`)),
    rejected: [entryMark('x')],
    settled: [entryMark('y'), entryMark('z')],
  };
  await feeds.putEntries('harbour', many);
  expect((await rows('ENTRIES')).length).toBeGreaterThan(1);
  expect(await feeds.entries('harbour')).toEqual(many);
  const one = { stored: [entryMark('a')], rejected: [], settled: [] };
  await feeds.putEntries('harbour', one);
  expect(await feeds.entries('harbour')).toEqual(one);
});

test('entries that an earlier version stored, with longer marks and no events, are read', async () => {
  const longer = (...parts: string[]) => shortHash(...parts).slice(0, 12);
  const data = brotliCompressSync(
    JSON.stringify({ stored: [longer('a'), longer('b')], rejected: [longer('c')], settled: [longer('a', 'text')] }),
  );
  const Item = { pk: 'FEED#harbour', sk: 'ENTRIES#0', feedId: 'harbour', piece: 0, pieces: 1, data };
  await memory.table.put(Item as never);
  expect(await memory.store.feeds.entries('harbour')).toEqual({
    stored: [entryMark('a'), entryMark('b')],
    rejected: [entryMark('c')],
    settled: [entryMark('a', 'text')],
  });
});

describe('events that wait with the entries', () => {
  const minute = (n: number) => toInstant(Date.parse('2026-03-02T09:00:00.123Z') + n * 60_000);
  const brief = (n: number, more: Partial<FeedEvent> = {}) =>
    event('harbour', minute(n), { previousStatus: 'ok', newItems: n, ...more });
  const marks = (count: number) => {
    const stored = Array.from({ length: count }, (_, n) => entryMark(`${n}`));
    return { stored, rejected: [], settled: stored.map((mark) => entryMark(mark)) };
  };

  test('are listed by time among those that have rows, as they were', async () => {
    const { feeds } = memory.store;
    const waiting = [brief(3), brief(1, { status: 'stale', previousStatus: 'stale', changedItems: 2 })];
    await feeds.putEntries('harbour', { ...marks(20), events: waiting });
    const failed = brief(2, { status: 'failing', error: { code: 'timeout', message: 'm' } });
    await feeds.addEvent(failed);
    expect(await feeds.events('harbour', 10)).toEqual([waiting[0], failed, waiting[1]]);
    expect(await feeds.events('harbour', 2)).toEqual([waiting[0], failed]);
    expect(await feeds.entries('harbour')).toEqual({ ...marks(20), events: [waiting[1], waiting[0]] });
  });

  test('become one row when they are too many, and are listed among later and earlier ones', async () => {
    const { feeds } = memory.store;
    const waiting = Array.from({ length: 33 }, (_, n) => brief(2 * n));
    await feeds.putEntries('harbour', { ...marks(20), events: waiting.slice(0, 32) });
    expect(await rows('LOG')).toEqual([]);
    await feeds.putEntries('harbour', { ...marks(20), events: waiting });
    expect(await rows('LOG')).toHaveLength(1);
    expect(await feeds.entries('harbour')).toEqual(marks(20));
    const between = brief(31, { rejected: [{ entry: 'e', code: 'c', message: 'm' }] });
    await feeds.addEvent(between);
    await feeds.putEntries('harbour', { ...marks(20), events: [brief(70)] });
    const all = [brief(70), ...waiting.slice(16).toReversed(), between, ...waiting.slice(0, 16).toReversed()];
    expect(await feeds.events('harbour', 100)).toEqual(all);
    expect(await feeds.events('harbour', 20)).toEqual(all.slice(0, 20));
  });

  test('become a row rather than take a write unit more of their own with each list of entries', async () => {
    const { feeds } = memory.store;
    await feeds.putEntries('harbour', marks(72));
    const [record] = await rows('ENTRIES');
    expect(recordSize(marshall(record))).toBeGreaterThan(900);
    expect(recordSize(marshall(record))).toBeLessThan(1024);
    await feeds.putEntries('harbour', { ...marks(72), events: Array.from({ length: 20 }, (_, n) => brief(n)) });
    expect(await rows('LOG')).toHaveLength(1);
    expect(await feeds.entries('harbour')).toEqual(marks(72));
    // Of those that take two units anyway, they take no third.
    await feeds.putEntries('harbour', { ...marks(100), events: [brief(30)] });
    expect(await rows('LOG')).toHaveLength(1);
  });

  test('come once where a run died between their row and the entries, and as their own row has them', async () => {
    const { feeds } = memory.store;
    const waiting = Array.from({ length: 33 }, (_, n) => brief(n));
    await feeds.putEntries('harbour', { ...marks(20), events: waiting });
    await feeds.putEntries('harbour', { ...marks(20), events: waiting.slice(0, 32) });
    const fuller = brief(32, { rejected: [{ entry: 'e', code: 'c', message: 'm' }] });
    await feeds.addEvent(fuller);
    expect(await feeds.events('harbour', 100)).toEqual([fuller, ...waiting.slice(0, 32).toReversed()]);
  });

  test('go after 30 days, each by itself, and their row with the last of them', async () => {
    const { feeds } = memory.store;
    await feeds.putEntries('harbour', { ...marks(2), events: [brief(0), brief(1)] });
    memory.clock.set('2026-04-01T09:00:30Z');
    expect(await feeds.events('harbour', 10)).toEqual([brief(1)]);
    expect(await feeds.entries('harbour')).toEqual({ ...marks(2), events: [brief(1)] });
    await feeds.putEntries('harbour', { ...marks(2), events: Array.from({ length: 33 }, (_, n) => brief(n)) });
    memory.clock.set('2026-04-01T09:31:30Z');
    expect(await feeds.events('harbour', 10)).toEqual([brief(32)]);
    memory.clock.set('2026-04-01T09:32:01Z');
    expect(await memory.store.items.sweep(toInstant(memory.clock.now()))).toBe(1);
    expect(await rows('LOG')).toEqual([]);
  });
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

describe('a feed whose state an earlier version stored, beside the feed and in an index', () => {
  const state = { ...firstState(feed('harbour'), '2026-03-02T08:00:00Z'), etag: '"1"' };
  const records = async () => (await dumpTable(memory.table)).table.map(({ pk, sk }) => `${pk} ${sk}`);
  beforeEach(async () => {
    const { table, store } = memory;
    await store.feeds.put(feed('harbour'));
    await table.delete(keys.feedState('harbour'));
    const { ttl, ...rest } = state;
    const place = { pk: 'FEED#harbour', sk: 'STATE', gsi3pk: 'DUE#5', gsi3sk: '2026-03-02T08:00:00.000Z#harbour' };
    await table.put({ ...rest, ttlMinutes: ttl, ...place } as never);
  });

  test('is due, and keeps its state when the feed is written again', async () => {
    const { feeds } = memory.store;
    await feeds.put(feed('harbour', { title: 'Another' }));
    expect(await feeds.state('harbour')).toEqual(state);
    expect((await feeds.states(['harbour', 'none'])).get('harbour')).toEqual(state);
    const due = [{ feedId: 'harbour', nextPollAt: '2026-03-02T08:00:00Z' }];
    expect(await feeds.due('2026-03-02T08:00:00Z', 10)).toEqual(due);
    expect(await feeds.due('2026-03-02T07:59:00Z', 10)).toEqual([]);
  });

  test('moves with its next poll, once', async () => {
    const { feeds } = memory.store;
    const next = { ...state, nextPollAt: '2026-03-02T09:00:00Z' };
    expect(await feeds.saveState(next, '2026-03-02T07:00:00Z')).toBe(false);
    const saved = await Promise.all([1, 2, 3].map(() => feeds.saveState(next, state.nextPollAt)));
    expect(saved.filter(Boolean)).toHaveLength(1);
    expect(await feeds.state('harbour')).toEqual(next);
    expect(await records()).toEqual(['FEED#harbour META', expect.stringMatching(/^STATES#\d harbour$/)]);
  });

  test('is due by its new state alone, where the worker that moved it died before the old one was gone', async () => {
    const { feeds } = memory.store;
    const { table } = memory;
    const next = { ...state, nextPollAt: '2026-03-02T09:00:00Z' };
    await table.put(feedStateRecord.encode(next) as never);
    expect(await feeds.due('2026-03-02T08:30:00Z', 10)).toEqual([]);
    expect(await feeds.state('harbour')).toEqual(next);
    await feeds.remove('harbour');
    expect(await records()).toEqual([]);
  });

  test('is removed, and no worker brings it back', async () => {
    const { feeds } = memory.store;
    await feeds.remove('harbour');
    expect(await feeds.saveState(state, state.nextPollAt)).toBe(false);
    expect(await records()).toEqual([]);
  });
});
