import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Positioned, TimelineRange } from '../../../lambda/store/store-shapes.ts';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';
import { articleAt } from '../../support/sample-bundle.ts';
import { take } from '../../support/take.ts';

let memory: MemoryStore;
beforeAll(async () => {
  memory = await openMemoryStore();
});
afterAll(() => memory.close());

describe('with articles in many days, shards and two feeds', () => {
  const hours = [0, 1, 1, 5, 23, 24, 24, 50, 51, 52, 100, 300, 300, 301, 302, 303, 304, 700];
  const ids: string[] = [];
  beforeAll(async () => {
    for (const [n, hour] of hours.entries()) {
      const bundle = articleAt(n, hour, { feedId: n % 3 === 0 ? 'coast-news' : 'harbour-news' });
      await memory.store.items.save(bundle);
      ids.push(bundle.item.id);
    }
  });

  test('all articles come newest first, each once', async () => {
    const found = await take(memory.store.items.newest({}));
    expect(found.map(({ record }) => record.id).sort()).toEqual([...ids].sort());
    const order = found.map(({ position }) => position);
    expect(order).toEqual([...order].sort().reverse());
  });

  test.each<[string, TimelineRange, (at: number) => boolean]>([
    ['from is inclusive', { from: '2026-02-02T00:00:00Z' }, (hour) => hour >= 24],
    ['to is exclusive', { to: '2026-02-02T00:00:00Z' }, (hour) => hour < 24],
    ['both', { from: '2026-02-01T01:00:00Z', to: '2026-02-13T12:00:00Z' }, (hour) => hour >= 1 && hour < 300],
    ['within a day', { from: '2026-02-01T01:00:00Z', to: '2026-02-01T05:00:00Z' }, (hour) => hour >= 1 && hour < 5],
    ['an empty stretch', { from: '2026-02-06T00:00:00Z', to: '2026-02-06T00:00:00Z' }, () => false],
    ['a stretch that ends before it begins', { from: '2026-02-06T00:00:00Z', to: '2026-02-01T00:00:00Z' }, () => false],
  ])('of a stretch, %s', async (_, range, isInside) => {
    const expected = ids.filter((_, n) => isInside(hours[n]!)).sort();
    expect((await take(memory.store.items.newest(range))).map(({ record }) => record.id).sort()).toEqual(expected);
    const statements = await take(memory.store.statements.newest(range));
    expect([...new Set(statements.map(({ record }) => record.itemId))].sort()).toEqual(expected);
    expect(statements).toHaveLength(expected.length * 3);
  });

  test('one feed has only its own', async () => {
    const own = ids.filter((_, n) => n % 3 === 0).sort();
    const items = await take(memory.store.items.newest({ feedId: 'coast-news' }));
    expect(items.map(({ record }) => record.id).sort()).toEqual(own);
    const statements = await take(memory.store.statements.newest({ feedId: 'coast-news' }));
    expect(statements).toHaveLength(own.length * 3);
    const ofSpeaker = await take(memory.store.statements.newest({ feedId: 'coast-news', speakerId: 'mira-lund' }));
    expect(ofSpeaker).toHaveLength(own.length);
  });

  test('a speaker has her own, and statements of one article stand in text order', async () => {
    const found = await take(memory.store.statements.newest({ speakerId: 'mira-lund' }));
    expect(found.every(({ record }) => record.speaker?.name === 'Mira Lund')).toBe(true);
    expect(found).toHaveLength(ids.length);
    const all = (await take(memory.store.statements.newest({}))).map(({ record }) => record);
    for (const id of ids) {
      const starts = all.filter(({ itemId }) => itemId === id).map(({ start }) => start);
      expect(starts).toEqual([0, 20, 40]);
    }
  });

  test('pages of any size, put together, are the whole list', async () => {
    const { store } = memory;
    const stretch = { from: '2026-02-03T00:00:00Z', to: '2026-02-13T13:00:00Z' };
    const lists = [
      (range: { after?: string | undefined }) => store.items.newest(range) as AsyncIterable<Positioned<unknown>>,
      (range: { after?: string | undefined }) => store.items.newest({ feedId: 'harbour-news', ...range }),
      (range: { after?: string | undefined }) => store.statements.newest({ ...stretch, ...range }),
      (range: { after?: string | undefined }) => store.statements.newest({ speakerId: 'harbour-office', ...range }),
      (range: { after?: string | undefined }) => store.items.changes({ from: '2026-02-01T05:00:00Z', ...range }),
      (range: { after?: string | undefined }) => store.dates.coming({ from: '2026-04-01', ...range }),
    ];
    for (const [n, list] of lists.entries()) {
      const whole = await take(list({}));
      expect(whole.length, `list ${n}`).toBeGreaterThan(5);
      // Every page is many requests: sizes take turns, so that few pages begin at many places.
      for (const sizes of [
        [1, 4, 7],
        [3, 1, 2],
      ]) {
        const pages: Positioned<unknown>[] = [];
        for (let turn = 0; ; turn++) {
          const size = sizes[turn % sizes.length] ?? 1;
          const page = await take(list({ after: pages.at(-1)?.position }), size);
          pages.push(...page);
          if (page.length < size) break;
        }
        expect(pages, `list ${n} in pages of ${sizes}`).toEqual(whole);
      }
    }
  });

  test('changes come in the order in which they happened', async () => {
    const changes = await take(
      memory.store.items.changes({ from: '2026-02-02T00:00:00Z', to: '2026-02-13T12:00:00Z' }),
    );
    const times = changes.map(({ record }) => record.changedAt);
    expect(times).toEqual([...times].sort());
    expect(changes.map(({ record }) => record.itemId).sort()).toEqual(
      ids.filter((_, n) => hours[n]! >= 24 && hours[n]! < 300).sort(),
    );
  });

  test('coming dates come in the order of their days, up to but not including the last', async () => {
    const all = await take(memory.store.dates.coming({ from: '2026-03-01' }));
    expect(all.map(({ record }) => record.date)).toEqual([
      ...ids.map(() => '2026-04-01'),
      ...ids.map(() => '2026-04-02'),
    ]);
    const first = await take(memory.store.dates.coming({ from: '2026-03-01', to: '2026-04-02' }));
    expect(first).toEqual(all.slice(0, ids.length));
  });
});
