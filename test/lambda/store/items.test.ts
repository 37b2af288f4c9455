import { afterEach, beforeEach, expect, test } from 'vitest';
import { dumpTable, expectedIndexes } from '../../support/dump-table.ts';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';
import { changedBundle, sampleBundle } from '../../support/sample-bundle.ts';
import { withoutEdition } from '../../support/without-edition.ts';

const EDITION = expect.stringMatching(/^\d-[A-Za-z][A-Za-z0-9]{7}$/);

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore();
});
afterEach(() => memory.close());

test('an item comes back whole, with its statements in text order and its coming dates', async () => {
  const { store } = memory;
  const bundle = sampleBundle({ statements: 5, comingDates: 2 });
  expect(await store.items.save(bundle)).toEqual({ outcome: 'stored', item: { ...bundle.item, edition: EDITION } });
  expect(await store.items.get(bundle.item.id)).toEqual({ ...bundle.item, edition: EDITION });
  expect(withoutEdition(await store.statements.ofItem(bundle.item.id))).toEqual(bundle.statements);
  const { table, indexes } = await dumpTable(memory.table);
  expect(indexes).toEqual(expectedIndexes(table));
});

test('a changed item keeps nothing of its former revision', async () => {
  const { store } = memory;
  const first = sampleBundle({ statements: 5 });
  await store.items.save(first);
  const second = changedBundle(first, '2026-03-03T09:00:00Z', { statements: 3 });
  expect((await store.items.save(second)).outcome).toBe('stored');
  expect(await store.items.get(first.item.id)).toEqual({ ...second.item, edition: EDITION });
  expect(withoutEdition(await store.statements.ofItem(first.item.id))).toEqual(second.statements);
  expect((await store.items.save({ ...second, item: { ...second.item, feedHash: 'other' } })).outcome).toBe('conflict');
});

test('markup that is too long for an answer is left out, however little it takes compressed, and its length is told', async () => {
  const memory = await openMemoryStore();
  try {
    const given = sampleBundle({ number: 1, item: { contentHtml: '<p></p>'.repeat(200_000) } });
    await memory.store.items.save(given);
    const item = await memory.store.items.get(given.item.id);
    const message = 'the markup has 1400000 characters, and is left out; the text is whole';
    expect(item).toMatchObject({ contentHtml: null, contentText: given.item.contentText });
    expect(item?.warnings).toContainEqual({ code: 'html-left-out', message });
  } finally {
    await memory.close();
  }
});
