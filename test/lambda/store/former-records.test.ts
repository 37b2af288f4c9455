import { afterEach, beforeEach, expect, test } from 'vitest';
import { PACKED_ATTRIBUTES } from '../../../lambda/store/packed.ts';
import { dumpTable } from '../../support/dump-table.ts';
import { FORMER_RECORDS, FORMER_SAMPLE } from '../../support/former-records.ts';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';
import { changedBundle, sampleBundle } from '../../support/sample-bundle.ts';
import { take } from '../../support/take.ts';

const bundle = sampleBundle(FORMER_SAMPLE);
const { item, statements, comingDates } = bundle;
const [present, former] = PACKED_ATTRIBUTES as [string, string];

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore();
  const { table } = memory;
  for (const Item of FORMER_RECORDS) await table.put(Item as never);
});
afterEach(() => memory.close());

const all = async () => (await dumpTable(memory.table)).table;

test('an item that an earlier version stored is read whole, listed and known', async () => {
  const { items, statements: said, dates } = memory.store;
  expect(await items.whole(item.id)).toEqual({ item, dates: [] });
  const { contentText: _, contentHtml: __, ...summary } = item;
  expect((await take(items.newest({}))).map(({ record }) => record)).toEqual([summary]);
  expect(await items.summaries([item.id])).toEqual(new Map([[item.id, summary]]));
  expect((await items.known([item.id])).get(item.id)).toMatchObject({
    feedHash: item.feedHash,
    contentHash: item.contentHash,
    sortAt: item.sortAt,
    extractorVersion: 1,
  });
  expect(await said.ofItem(item.id)).toEqual(statements);
  expect((await take(dates.coming({ from: '2026-04-01' }))).map(({ record }) => record)).toEqual(comingDates);
  expect(await dates.ofRevisions([{ itemId: item.id, revision: 1 }])).toEqual(comingDates);
});

test('a copy of it is known as one', async () => {
  const copy = sampleBundle({ ...FORMER_SAMPLE, feedId: 'another', storedAt: '2026-03-02T10:00:00Z' });
  const { contentHash } = item;
  await memory.store.items.save({ ...copy, item: { ...copy.item, url: null, canonicalUrl: null, contentHash } });
  expect((await memory.store.items.get(copy.item.id))?.duplicateOf).toBe(item.id);
  expect(await memory.store.items.copies([item.id])).toEqual(new Map([[item.id, 1]]));
});

test('an earlier run that died behind the item is done again, and nothing of its records is left', async () => {
  expect(await memory.store.items.save(bundle)).toMatchObject({ outcome: 'stored' });
  expect(await memory.store.items.whole(item.id)).toEqual({ item, dates: [] });
  expect(await memory.store.statements.ofItem(item.id)).toEqual(statements);
  const records = (await all()).filter(({ pk }) => pk === `ITEM#${item.id}`);
  expect(records.filter((record) => former in record || 'statements' in record || 'feedHash' in record)).toEqual([]);
  expect(records.find(({ sk }) => sk === 'META')).toHaveProperty([present]);
});

test('another text under the same revision is refused, whichever version stored it', async () => {
  const other = { ...bundle, item: { ...item, contentHash: 'c'.repeat(64) } };
  expect(await memory.store.items.save(other)).toMatchObject({ outcome: 'conflict' });
  await memory.store.items.save(bundle);
  expect(await memory.store.items.save(other)).toMatchObject({ outcome: 'conflict' });
});

test('it is replaced when its article changes, and its version when it is read again', async () => {
  await memory.store.items.setExtractorVersion(item.id, 9, 1);
  expect((await memory.store.items.known([item.id])).get(item.id)?.extractorVersion).toBe(9);
  const next = changedBundle(bundle, '2026-03-02T11:00:00Z', FORMER_SAMPLE);
  expect(await memory.store.items.save(next)).toMatchObject({ outcome: 'stored' });
  await memory.store.items.setExtractorVersion(item.id, 10, 2);
  expect(await memory.store.items.get(item.id)).toEqual({ ...next.item, extractorVersion: 10 });
  const dump = await all();
  expect(dump.filter((record) => former in record)).toEqual([]);
  expect(dump.filter(({ pk, sk }) => pk === `ITEM#${item.id}` && /#0000001/.test(String(sk)))).toEqual([]);
});
