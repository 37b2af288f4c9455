import { marshall } from '@aws-sdk/util-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordSize } from '../../../bench/cost/record-size.ts';
import { createStore } from '../../../lambda/store/create-store.ts';
import type { Change } from '../../../lambda/store/store-shapes.ts';
import { dumpTable } from '../../support/dump-table.ts';
import { dyingTable } from '../../support/dying-table.ts';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';
import { changedBundle, sampleBundle } from '../../support/sample-bundle.ts';

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore();
});
afterEach(() => memory.close());

const records = async () => (await dumpTable(memory.table)).table;
const dump = () => dumpTable(memory.table);

test('the copy in another feed names the first as its original, whether by address or by text', async () => {
  const { store } = memory;
  const original = sampleBundle({ number: 1 });
  const sameAddress = sampleBundle({
    number: 1,
    feedId: 'coast-news',
    text: 'Short.',
    storedAt: '2026-03-02T09:05:00Z',
  });
  const sameText = sampleBundle({
    number: 2,
    feedId: 'island-news',
    text: original.item.contentText,
    storedAt: '2026-03-02T09:06:00Z',
  });
  const other = sampleBundle({ number: 3, storedAt: '2026-03-02T09:07:00Z' });
  for (const bundle of [original, sameAddress, sameText, other]) await store.items.save(bundle);
  const ids = [original, sameAddress, sameText, other].map(({ item }) => item.id);
  const known = await store.items.known(ids);
  expect(ids.map((id) => known.get(id)?.duplicateOf)).toEqual([null, original.item.id, original.item.id, null]);
});

test('items of one feed that all link to one page, and short texts that are alike, are no copies', async () => {
  const { store } = memory;
  const page = { canonicalUrl: 'https://harbour.example/' };
  const first = sampleBundle({ number: 1, text: 'Read more on our site.', item: page });
  const second = sampleBundle({
    number: 2,
    text: 'Read more on our site.',
    item: page,
    storedAt: '2026-03-02T09:01:00Z',
  });
  await store.items.save(first);
  await store.items.save(second);
  expect((await store.items.get(second.item.id))?.duplicateOf).toBeNull();
});

test('two copies that are saved at once agree on which is the first', async () => {
  const { store } = memory;
  const bundles = ['a', 'b', 'c', 'd'].map((feed) => sampleBundle({ number: 1, feedId: `${feed}-news` }));
  await Promise.all(bundles.map((bundle) => store.items.save(bundle)));
  const ids = bundles.map(({ item }) => item.id);
  for (const id of ids) await store.items.repair(id);
  const known = await store.items.known(ids);
  const [original = ''] = [...ids].sort();
  expect(ids.map((id) => known.get(id)?.duplicateOf)).toEqual(ids.map((id) => (id === original ? null : original)));
});

test('a copy becomes an original when its original goes or changes', async () => {
  const { store } = memory;
  const copyOf = async (number: number) => {
    const original = sampleBundle({ number });
    const copy = sampleBundle({
      number: number + 100,
      feedId: 'coast-news',
      text: original.item.contentText,
      storedAt: '2026-03-02T09:05:00Z',
    });
    await store.items.save(original);
    expect((await store.items.save(copy)).item.duplicateOf).toBe(original.item.id);
    return { original, copy };
  };
  const one = await copyOf(1);
  await store.items.remove(one.original.item.id);
  expect(await store.items.repair(one.copy.item.id)).toEqual({ removed: 0, duplicateOf: null });
  const two = await copyOf(2);
  await store.items.save(changedBundle(two.original, '2026-03-02T10:00:00Z', { number: 2 }));
  expect(await store.items.repair(two.copy.item.id)).toEqual({ removed: 0, duplicateOf: null });
  expect((await store.items.get(two.copy.item.id))?.duplicateOf).toBeNull();
});

test('an item on its way counts as original when a copy is saved, and no more when it never came', async () => {
  const { store, table } = memory;
  const lost = sampleBundle({ number: 1 });
  await store.items.save(lost);
  await table.delete({ pk: `ITEM#${lost.item.id}`, sk: 'META' });
  const copy = sampleBundle({ number: 1, feedId: 'coast-news', storedAt: '2026-03-02T09:05:00Z' });
  expect((await store.items.save(copy)).item.duplicateOf).toBe(lost.item.id);
  expect((await store.items.repair(copy.item.id)).duplicateOf).toBeNull();
});

test('repair of a sound item changes nothing', async () => {
  const bundle = sampleBundle();
  await memory.store.items.save(bundle);
  await memory.store.items.save(changedBundle(bundle, '2026-03-02T10:00:00Z'));
  const before = await dump();
  expect(await memory.store.items.repair(bundle.item.id)).toEqual({ removed: 0, duplicateOf: null });
  expect(await dump()).toEqual(before);
  expect(await memory.store.items.repair('unknown')).toEqual({ removed: 0, duplicateOf: null });
});

test('what a writer leaves who died before the item itself stays an hour, and goes then', async () => {
  const { store, table, clock } = memory;
  const bundle = sampleBundle({ statements: 3, comingDates: 2 });
  await store.items.save(bundle);
  await table.delete({ pk: `ITEM#${bundle.item.id}`, sk: 'META' });
  const { id, changedAt } = bundle.item;
  expect((await store.items.repair(id, changedAt)).removed).toBe(0);
  clock.advance(3_600_000);
  // Three statements, two coming dates and the text.
  expect((await store.items.repair(id, changedAt)).removed).toBe(6);
});

test('a revision whose writer died, and which the feed took back, goes an hour later with all that it had put', async () => {
  const { store, table, clock } = memory;
  const bundle = sampleBundle({ statements: 3, comingDates: 2 });
  await store.items.save(bundle);
  const sound = await records();
  const changed = changedBundle(bundle, '2026-03-02T10:00:00Z', { number: 7, statements: 4 });
  const kept = new Set(sound.map((row) => JSON.stringify(row)));
  for (let fatal = 1; ; fatal++) {
    const dying = createStore({ table: dyingTable(table, fatal, 'all').table, clock });
    await dying.items.save(changed).catch(() => undefined);
    const known = await store.items.known([bundle.item.id]);
    if (known.get(bundle.item.id)?.revision !== 1) break;
    clock.set('2026-03-02T11:00:00Z');
    // Rows of copies come before the change that names them; readers see that their item has not that text.
    const isNamed = (await records()).some(({ pk, revision }) => /^CHANGED#/.test(`${pk}`) && revision === 2);
    await store.items.repair(bundle.item.id, changed.item.changedAt);
    clock.set('2026-03-02T10:00:00Z');
    const after = await records();
    const left = after.filter(({ pk }) => !/^DAYS#/.test(`${pk}`) && (isNamed || !/^TEXT#/.test(`${pk}`)));
    const surplus = left.filter((row) => !kept.has(JSON.stringify(row)));
    expect(surplus.map(({ pk, sk }) => `${fatal}: ${pk} ${sk}`)).toEqual([]);
    expect(left.length).toBeGreaterThan(6);
  }
});

test('a removed item leaves a tombstone and nothing else', async () => {
  const { store, clock } = memory;
  const bundle = sampleBundle({ statements: 3, comingDates: 2 });
  await store.items.save(bundle);
  clock.set('2026-03-04T12:00:00Z');
  await store.items.remove(bundle.item.id);
  const left = (await records()).filter(({ pk }) => !String(pk).startsWith('DAYS#'));
  expect(left.map(({ sk }) => sk)).toEqual([`2026-03-04T12:00:00.000Z#${bundle.item.id}`]);
  const changes: Change[] = [];
  for await (const { record } of store.items.changes({ from: '2026-03-04T00:00:00Z' })) changes.push(record);
  expect(changes).toEqual([
    {
      itemId: bundle.item.id,
      revision: 1,
      changedAt: '2026-03-04T12:00:00Z',
      days: ['2026-03-01'],
      hours: ['2026-03-01T18'],
      removed: true,
    },
  ]);
  const again = await dump();
  await store.items.remove(bundle.item.id);
  expect(await dump()).toEqual(again);
  clock.set('2026-04-03T12:00:00Z');
  for await (const { record } of store.items.changes({ from: '2026-03-04T00:00:00Z' })) expect(record).toBeNull();
});

test('an expired item is swept with all that belongs to it, and can be stored anew', async () => {
  const { store, clock } = memory;
  const bundle = sampleBundle({ item: { expiresAt: '2026-03-05T00:00:00Z' }, statements: 30 });
  const other = sampleBundle({ number: 2 });
  await store.items.save(bundle);
  await store.items.save(other);
  const { table } = await dump();
  clock.set('2026-03-05T00:00:00Z');
  const renewed = { ...bundle, item: { ...bundle.item, storedAt: '2026-03-05T00:00:00Z', expiresAt: null } };
  expect((await store.items.save(renewed)).outcome).toBe('stored');
  expect((await store.items.get(bundle.item.id))?.storedAt).toBe('2026-03-05T00:00:00Z');
  // Of the first life only its two copy rows are left: all other keys are written anew.
  expect(await store.items.sweep('2026-03-05T00:00:00Z')).toBe(2);
  expect(await store.items.sweep('2026-03-05T00:00:00Z')).toBe(0);
  expect((await records()).length).toBe(table.length);
});

test('hours that a change touches add up until they are counted', async () => {
  const { store } = memory;
  const first = sampleBundle();
  const moved = changedBundle(first, '2026-03-02T10:00:00Z', { item: { sortAt: '2026-02-20T08:00:00Z' } });
  const again = changedBundle(moved, '2026-03-02T11:00:00Z');
  for (const bundle of [first, moved, again]) await store.items.save(bundle);
  const changes: Change[] = [];
  for await (const { record } of store.items.changes({ from: '2026-03-01T00:00:00Z' })) changes.push(record);
  const hours = ['2026-02-20T08', '2026-03-01T18'];
  expect(changes).toMatchObject([{ revision: 3, days: ['2026-02-20', '2026-03-01'], hours }]);
});

test('the record of an item stays within 2 KB whatever the feed sends, and the item comes back whole', async () => {
  const { store } = memory;
  const long = 'Størmwärning für Østholm '.repeat(400);
  const hostile = sampleBundle({
    item: {
      title: long,
      summary: long,
      guid: long.slice(0, 1000),
      authors: Array.from({ length: 20 }, () => long.slice(0, 200)),
      tags: Array.from({ length: 40 }, () => long.slice(0, 200)),
      enclosures: Array.from({ length: 20 }, (_, n) => ({
        url: `https://x.example/${n}/${'a'.repeat(900)}`,
        type: null,
        length: 1,
      })),
      warnings: Array.from({ length: 20 }, () => ({ code: 'cut', message: long.slice(0, 200) })),
      publishedAtRaw: long,
      dateline: { raw: long, place: long, date: null, agency: long, syndicator: long, bodyStart: 0 },
    },
  });
  await store.items.save(hostile);
  const meta = (await records()).find(({ sk, pk }) => sk === 'META' && String(pk).startsWith('ITEM#'));
  expect(recordSize(marshall(meta))).toBeLessThanOrEqual(2048);
  expect(await store.items.get(hostile.item.id)).toEqual({ ...hostile.item, edition: meta?.edition });
  expect((await store.items.summaries([hostile.item.id])).get(hostile.item.id)?.summary).toMatch(/^Størmwärning.*…$/);
});
