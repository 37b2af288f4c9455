import { marshall } from '@aws-sdk/util-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordSize } from '../../../bench/cost/record-size.ts';
import { rollup } from '../../../lambda/pipeline/rollup/rollup.ts';
import { createStore } from '../../../lambda/store/create-store.ts';
import type { Change, ItemBundle } from '../../../lambda/store/store-shapes.ts';
import { dumpTable } from '../../support/dump-table.ts';
import { dyingTable } from '../../support/dying-table.ts';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';
import { quietLog } from '../../support/quiet-log.ts';
import { changedBundle, sampleBundle } from '../../support/sample-bundle.ts';

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore();
});
afterEach(() => memory.close());

const BEGINNING = { from: '2026-01-01T00:00:00Z' };
const first = sampleBundle();
const { id } = first.item;
const second = changedBundle(first, '2026-03-02T10:00:00Z', { text: 'The ferry is late, they said. '.repeat(9) });

const rowsOf = async (start: RegExp) =>
  (await dumpTable(memory.table, Buffer.from)).table.filter(({ pk, sk }) => start.test(`${pk} ${sk}`));
const changeRows = () => rowsOf(/^CHANGED#/);

async function changes(): Promise<Change[]> {
  const found: Change[] = [];
  for await (const { record } of memory.store.items.changes(BEGINNING)) found.push(record);
  return found;
}

/** Saves, and dies at so many writes. */
async function saveAndDie(bundle: ItemBundle, fatal: number): Promise<void> {
  const { table } = dyingTable(memory.table, fatal, 'all');
  await expect(createStore({ ...memory, table }).items.save(bundle)).rejects.toThrow();
}

test('an item has one row of its last change, in no index, and small', async () => {
  const expiresAt = '2026-06-02T09:00:00Z';
  const kept = sampleBundle({ item: { expiresAt } });
  await memory.store.items.save(kept);
  await memory.store.items.save(changedBundle(kept, '2026-03-02T10:00:00Z', { item: { expiresAt } }));
  const [row, ...others] = await changeRows();
  expect(others).toEqual([]);
  expect(row).toMatchObject({ pk: expect.stringMatching(/^CHANGED#2026-03-02#[0-3]$/), revision: 2 });
  expect(row?.sk).toBe(`2026-03-02T10:00:00.000Z#${id}`);
  expect(Object.keys(row ?? {}).filter((name) => name.startsWith('gsi'))).toEqual([]);
});

test('the row of a new item says all of it, and takes one write unit', async () => {
  await memory.store.items.save(sampleBundle({ item: { expiresAt: '2026-06-02T09:00:00Z' } }));
  const [row] = await changeRows();
  expect(row).toMatchObject({
    ...{ itemId: id, revision: 1, changedAt: '2026-03-02T09:00:00Z', hours: ['2026-03-01T18'], removed: false },
    ...{ copies: [expect.stringMatching(/^URL#/), expect.stringMatching(/^TEXT#/)], formerCopies: [], formers: [] },
  });
  expect(recordSize(marshall(row))).toBeLessThan(512);
  expect(await changes()).toEqual([
    {
      ...{ itemId: id, revision: 1, changedAt: '2026-03-02T09:00:00Z', removed: false },
      ...{ days: ['2026-03-01'], hours: ['2026-03-01T18'] },
    },
  ]);
});

describe('a writer that died', () => {
  test('before the item was there leaves a row that goes an hour after the next try, with its rows of copies', async () => {
    await saveAndDie(sampleBundle({ text: 'A first edition of this text. '.repeat(9) }), 3);
    expect(await rowsOf(/^TEXT#/)).toHaveLength(1);
    memory.clock.set('2026-03-02T09:20:00Z');
    const later = { storedAt: '2026-03-02T09:20:00Z' };
    expect((await memory.store.items.save(sampleBundle(later))).outcome).toBe('stored');
    expect(await changeRows()).toHaveLength(2);
    memory.clock.set('2026-03-02T10:01:00Z');
    await rollup({ ...memory, log: quietLog() });
    expect((await changeRows()).map(({ sk }) => sk)).toEqual([`2026-03-02T09:20:00.000Z#${id}`]);
    expect(await rowsOf(/^TEXT#/)).toHaveLength(1);
    expect(await rowsOf(/^URL#/)).toHaveLength(1);
  });

  test('behind the item leaves the former row, and the next count takes it away', async () => {
    const late = changedBundle(first, '2026-03-20T10:00:00Z');
    const writes = await countWrites(late);
    memory.clock.set('2026-03-20T10:00:00Z');
    await memory.store.items.save(first);
    await rollup({ ...memory, log: quietLog() });
    await saveAndDie(late, writes);
    expect((await memory.store.items.get(id))?.revision).toBe(2);
    expect(await changeRows()).toHaveLength(2);
    memory.clock.advance(60_000);
    await rollup({ ...memory, log: quietLog() });
    expect((await changeRows()).map(({ sk }) => sk)).toEqual([`2026-03-20T10:00:00.000Z#${id}`]);
  });

  test('behind the item leaves the former row, and the next change takes it away with its own', async () => {
    await memory.store.items.save(first);
    await saveAndDie(second, await countWrites(second));
    expect(await changeRows()).toHaveLength(2);
    await memory.store.items.save(changedBundle(second, '2026-03-02T11:00:00Z'));
    expect((await changeRows()).map(({ sk }) => sk)).toEqual([`2026-03-02T11:00:00.000Z#${id}`]);
  });

  test('is not taken for dead while another one is at work on the same revision', async () => {
    await memory.store.items.save(first);
    await saveAndDie(second, 3);
    const again = changedBundle(first, '2026-03-02T11:10:00Z', {
      text: 'The ferry sails again, they said. '.repeat(9),
    });
    await saveAndDie(again, 3);
    const parts = await rowsOf(/^ITEM#\S+ (STMT|BODY)#2-/);
    expect(parts.length).toBeGreaterThan(0);
    memory.clock.set('2026-03-02T11:10:01Z');
    await memory.store.items.repair(id, second.item.changedAt);
    expect(await rowsOf(/^ITEM#\S+ (STMT|BODY)#2-/)).toEqual(parts);
    memory.clock.set('2026-03-02T12:10:00Z');
    await memory.store.items.repair(id, again.item.changedAt);
    expect(await rowsOf(/^ITEM#\S+ (STMT|BODY)#2-/)).toEqual([]);
    expect((await changeRows()).map(({ sk }) => sk)).toEqual([`2026-03-02T09:00:00.000Z#${id}`]);
  });
});

test('of two writers of one revision each may be the last, and an hour later the row of the other one goes', async () => {
  const { store, table, clock } = memory;
  await store.items.save(first);
  const [item] = await rowsOf(/^ITEM#\S+ META$/);
  const other = { ...first, item: { ...first.item, changedAt: '2026-03-02T09:00:05Z' } };
  expect((await store.items.save(other)).outcome).toBe('stored');
  // The first one, which has heard no answer, puts the item again.
  await table.put(item as never);
  expect((await changeRows()).map(({ sk }) => sk)).toEqual([
    `2026-03-02T09:00:00.000Z#${id}`,
    `2026-03-02T09:00:05.000Z#${id}`,
  ]);
  clock.set('2026-03-02T10:01:00Z');
  await rollup({ ...memory, log: quietLog() });
  expect((await changeRows()).map(({ sk }) => sk)).toEqual([`2026-03-02T09:00:00.000Z#${id}`]);
});

/** How many writes it takes to save the bundle after the first one, without what comes behind the item's own record. */
async function countWrites(bundle: ItemBundle): Promise<number> {
  for (let fatal = 1; ; fatal++) {
    const other = await openMemoryStore();
    await other.store.items.save(first);
    const { table } = dyingTable(other.table, fatal, 'all');
    await createStore({ ...other, table })
      .items.save(bundle)
      .catch(() => undefined);
    const isThere = (await other.store.items.get(id))?.revision === 2;
    await other.close();
    if (isThere) return fatal;
  }
}
