import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pack } from '../../../lambda/store/packed.ts';
import type { ItemBundle } from '../../../lambda/store/store-shapes.ts';
import { comingPosition, keys, partitions } from '../../../lambda/store/table/keys.ts';
import type { Key } from '../../../lambda/store/table/port.ts';
import { dumpTable } from '../../support/dump-table.ts';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';
import { articleAt, changedBundle, sampleBundle } from '../../support/sample-bundle.ts';
import { take } from '../../support/take.ts';

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore();
});
afterEach(() => memory.close());

const records = async () => (await dumpTable(memory.table)).table;
const rows = async () => (await records()).filter(({ pk }) => String(pk).startsWith('MENTIONED#'));
const listed = async () => (await take(memory.store.dates.coming({ from: '2026-01-01' }))).map(({ record }) => record);
const revisionOf = ({ item }: ItemBundle) => ({ itemId: item.id, revision: item.revision });

/** The item as versions before this one stored it: each date beside it, in an index by day. */
async function saveAsBefore(bundle: ItemBundle): Promise<void> {
  const { table, store } = memory;
  await store.items.save(bundle);
  const id = bundle.item.id;
  for (const { pk, sk } of await rows()) {
    if (String(sk).includes(`#${id}#`)) await table.delete({ pk, sk } as Key);
  }
  const body = (await dumpTable(table, (bytes) => bytes)).table.find(
    ({ pk, sk }) => pk === `ITEM#${id}` && String(sk).startsWith('BODY#'),
  );
  const { coming: _, ...rest } = body ?? {};
  const { revision } = bundle.item;
  await table.put({ ...rest, itemId: id, revision, piece: 0 } as never);
  for (const date of bundle.comingDates) {
    const key = keys.earlierComingDate(id, revision, date.start, date.value);
    const place = { gsi1pk: partitions.mentioned(date.date), gsi1sk: comingPosition(date) };
    await table.put({ ...pack({ ...date }, [], key.pk), ...key, ...place });
  }
}

test('a coming date is one row, in the list of its day and in no index, and goes at the same moment as its article', async () => {
  const bundle = sampleBundle({ comingDates: 3, item: { expiresAt: '2026-06-01T00:00:00Z' } });
  await memory.store.items.save(bundle);
  const own = await rows();
  expect(own.map(({ pk }) => pk)).toEqual(['2026-04-01', '2026-04-02', '2026-04-03'].map(partitions.mentioned));
  for (const row of own) expect(Object.keys(row).sort()).toEqual(['pk', 'sk', 'ttl', 'z2']);
  expect((await records()).filter(({ sk }) => String(sk).startsWith('DATE#'))).toEqual([]);
  expect(await listed()).toEqual(bundle.comingDates);
  expect(await memory.store.dates.ofRevisions([revisionOf(bundle)])).toEqual(bundle.comingDates);
  memory.clock.set('2026-06-01T00:00:00Z');
  expect(await listed()).toEqual([]);
  await memory.store.items.sweep('2026-06-01T00:00:00Z');
  expect(await rows()).toEqual([]);
});

test('another revision puts its dates into the place of the former ones, and a position leads on behind either', async () => {
  const first = sampleBundle({ comingDates: 3 });
  await memory.store.items.save(first);
  const [place] = await take(memory.store.dates.coming({ from: '2026-01-01' }));
  const second = changedBundle(first, '2026-03-02T10:00:00Z', { comingDates: 2 });
  await memory.store.items.save(second);
  expect(await listed()).toEqual(second.comingDates);
  expect(await rows()).toHaveLength(2);
  const on = await take(memory.store.dates.coming({ from: '2026-01-01', after: place?.position }));
  expect(on.map(({ record }) => record)).toEqual(second.comingDates.slice(1));
  expect(await memory.store.dates.ofRevisions([revisionOf(first)])).toEqual([]);
  await memory.store.items.remove(first.item.id);
  expect(await rows()).toEqual([]);
});

test('a long value, and one that is not its day, are found and taken away again', async () => {
  const bundle = sampleBundle({ comingDates: 3 });
  const values = ['2026-04', '2026-04-02T15:00', 'x'.repeat(300)];
  const comingDates = bundle.comingDates.map((date, n) => ({ ...date, value: values[n] ?? '' }));
  await memory.store.items.save({ ...bundle, comingDates });
  expect(await memory.store.dates.ofRevisions([revisionOf(bundle)])).toEqual(comingDates);
  await memory.store.items.remove(bundle.item.id);
  expect(await rows()).toEqual([]);
});

describe('dates that earlier versions stored, beside those of this one', () => {
  const bundles = [0, 1, 2, 3, 4, 5].map((n) => articleAt(n, n * 7));
  beforeEach(async () => {
    for (const [n, bundle] of bundles.entries()) {
      if (n % 2 === 0) await saveAsBefore(bundle);
      else await memory.store.items.save(bundle);
    }
  });

  test('are in one list with these, page by page', async () => {
    const whole = [0, 1].flatMap((n) => bundles.flatMap(({ comingDates }) => comingDates.slice(n, n + 1)));
    expect(await listed()).toEqual(whole);
    const pages: Awaited<ReturnType<typeof listed>> = [];
    for (let after: string | undefined; ; ) {
      const page = await take(memory.store.dates.coming({ from: '2026-01-01', after }), 1);
      pages.push(...page.map(({ record }) => record));
      after = page.at(-1)?.position;
      if (after === undefined) break;
    }
    expect(pages).toEqual(whole);
  });

  test('are those of their articles, and go with their revision', async () => {
    const [old, fresh] = bundles as [ItemBundle, ItemBundle];
    const both = await memory.store.dates.ofRevisions([revisionOf(old), revisionOf(fresh)]);
    expect(both).toHaveLength(4);
    expect(both).toEqual(expect.arrayContaining([...old.comingDates, ...fresh.comingDates]));
    const next = changedBundle(old, '2026-03-02T10:00:00Z', { comingDates: 1 });
    await memory.store.items.save(next);
    const left = (await records()).filter(({ pk, sk }) => `${pk}${sk}`.includes(old.item.id) && /^DATE#/.test(`${sk}`));
    expect(left).toEqual([]);
    expect(await memory.store.dates.ofRevisions([revisionOf(next)])).toEqual(next.comingDates);
  });

  test('stay with an article that is corrected', async () => {
    const [{ item, statements, comingDates }] = bundles as [ItemBundle];
    const wish = { itemId: item.id, statementId: statements[0]?.id ?? '', notAStatement: true, note: null, by: 'desk' };
    await memory.store.corrections.put(wish);
    const own = (await listed()).filter(({ itemId }) => itemId === item.id);
    expect(own.map(({ revision }) => revision)).toEqual([3, 3]);
    expect(own.map(({ date }) => date)).toEqual(comingDates.map(({ date }) => date));
  });
});
