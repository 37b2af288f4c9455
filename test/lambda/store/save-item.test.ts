import { describe, expect, test } from 'vitest';
import { createStore } from '../../../lambda/store/create-store.ts';
import type { Store } from '../../../lambda/store/store.ts';
import type { ItemBundle } from '../../../lambda/store/store-shapes.ts';
import { dumpTable, expectedIndexes } from '../../support/dump-table.ts';
import { dyingTable, type Fate, Killed } from '../../support/dying-table.ts';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';
import { changedBundle, sampleBundle } from '../../support/sample-bundle.ts';
import { withoutEdition } from '../../support/without-edition.ts';

const RETENTION = { expiresAt: '2026-06-02T09:00:00Z' };
const first = sampleBundle({ number: 1, item: RETENTION, statements: 6, comingDates: 3 });
const elsewhere = sampleBundle({ number: 1, feedId: 'coast-news', item: RETENTION });
const second = changedBundle(first, '2026-03-02T10:00:00Z', {
  statements: 3,
  comingDates: 1,
  item: { canonicalUrl: 'https://harbour.example/articles/1-new', sortAt: '2026-02-28T10:00:00Z' },
});
const third = changedBundle(second, '2026-03-02T11:00:00Z', { statements: 4 });
const long = sampleBundle({
  number: 2,
  item: RETENTION,
  statements: 40,
  text: noise(200_000),
});

const scenarios: { name: string; before: ItemBundle[]; bundle: ItemBundle }[] = [
  { name: 'a new item', before: [], bundle: first },
  { name: 'a copy of an item of another feed', before: [elsewhere], bundle: first },
  { name: 'a new item with a long text and many statements', before: [], bundle: long },
  { name: 'a changed item', before: [first], bundle: second },
  { name: 'an item changed twice', before: [elsewhere, first, second], bundle: third },
];

describe.each(scenarios)('$name', ({ before, bundle }) => {
  test.each(['nothing', 'some', 'all'] satisfies Fate[])(
    'can die at every write (%s of it done) and be run again',
    async (fate) => {
      const undisturbed = await dumpAfter(before, async ({ store }) => void (await store.items.save(bundle)));
      let deaths = 0;
      for (let fatal = 1; ; fatal++) {
        let died = false;
        const disturbed = await dumpAfter(before, async (memory) => {
          died = await saveAndDie(memory, bundle, fatal, fate);
          await runAgain(createStore(memory), bundle);
        });
        expect(disturbed, `after death at write ${fatal}`).toEqual(undisturbed);
        if (!died) break;
        deaths++;
      }
      // Copies, parts with the change, the item itself: less would mean that nothing was tried.
      expect(deaths).toBeGreaterThanOrEqual(3);
    },
  );
});

test('what a dead run left of the same revision goes when another text takes its place', async () => {
  const memory = await openMemoryStore();
  try {
    await memory.store.items.save(first);
    expect(await saveAndDie(memory, second, 3, 'all')).toBe(true);
    const other = changedBundle(first, '2026-03-02T10:00:00Z', { statements: 1, text: 'Quite another text.' });
    expect((await memory.store.items.save(other)).outcome).toBe('stored');
    expect(withoutEdition(await memory.store.statements.ofItem(first.item.id))).toEqual(other.statements);
    const { table } = await dumpTable(memory.table);
    expect(table.filter(({ sk }) => String(sk).startsWith('STMT#'))).toHaveLength(1);
  } finally {
    await memory.close();
  }
});

test('a bundle whose item has moved on is refused, and changes nothing of it', async () => {
  const memory = await openMemoryStore();
  try {
    await memory.store.items.save(first);
    await memory.store.items.save(second);
    const before = await dumpTable(memory.table);
    const late = changedBundle(first, '2026-03-02T10:30:00Z', { text: 'Too late.' });
    expect((await memory.store.items.save(late)).outcome).toBe('conflict');
    expect((await memory.store.items.save(first)).outcome).toBe('conflict');
    expect(await dumpTable(memory.table)).toEqual(before);
  } finally {
    await memory.close();
  }
});

test('saving the same again changes nothing', async () => {
  const memory = await openMemoryStore();
  try {
    await memory.store.items.save(first);
    await memory.store.items.save(second);
    const before = await dumpTable(memory.table);
    expect((await memory.store.items.save(second)).outcome).toBe('stored');
    expect(await dumpTable(memory.table)).toEqual(before);
  } finally {
    await memory.close();
  }
});

test('a run that dies and is run again later keeps the first moment of storing, and one row in each copy partition', async () => {
  const memory = await openMemoryStore();
  try {
    expect(await saveAndDie(memory, first, 2, 'all')).toBe(true);
    const later = { ...first.item, storedAt: '2026-03-02T12:00:00Z', changedAt: '2026-03-02T12:00:00Z' };
    const undated = { ...later, publishedAt: null, sortAt: later.storedAt, expiresAt: '2026-06-02T12:00:00Z' };
    memory.clock.set('2026-03-02T12:00:00Z');
    const { outcome, item } = await memory.store.items.save({ ...first, item: undated });
    expect(outcome).toBe('stored');
    expect(item).toMatchObject({
      storedAt: '2026-03-02T09:00:00Z',
      sortAt: '2026-03-02T09:00:00Z',
      expiresAt: '2026-06-02T09:00:00Z',
      changedAt: '2026-03-02T12:00:00Z',
    });
    const { table } = await dumpTable(memory.table);
    const copies = table.filter(({ pk }) => /^(URL|TEXT)#/.test(String(pk)));
    expect(copies.map(({ sk }) => sk)).toEqual(copies.map(() => `2026-03-02T09:00:00.000Z#${first.item.id}`));
    expect(copies).toHaveLength(2);
    const [statement] = await memory.store.statements.ofItem(first.item.id);
    expect(statement?.sortAt).toBe('2026-03-02T09:00:00Z');
  } finally {
    await memory.close();
  }
});

/** Text that cannot be compressed much: words of letters from a small generator with a fixed seed. */
function noise(length: number): string {
  let state = 7;
  const letters = Array.from({ length }, () => {
    state = (state * 16_807) % 2_147_483_647;
    return String.fromCharCode(97 + (state % 26));
  });
  return letters.join('');
}

async function dumpAfter(before: ItemBundle[], work: (memory: MemoryStore) => Promise<void>) {
  const memory = await openMemoryStore();
  try {
    for (const bundle of before) await memory.store.items.save(bundle);
    memory.clock.set(before.length > 0 ? '2026-03-02T11:00:00Z' : '2026-03-02T09:00:00Z');
    await work(memory);
    const dump = await dumpTable(memory.table);
    expect(dump.indexes).toEqual(expectedIndexes(dump.table));
    return dump;
  } finally {
    await memory.close();
  }
}

/** Whether it came to the fatal write. */
async function saveAndDie(memory: MemoryStore, bundle: ItemBundle, fatal: number, fate: Fate): Promise<boolean> {
  const { table } = dyingTable(memory.table, fatal, fate);
  try {
    await createStore({ ...memory, table }).items.save(bundle);
    return false;
  } catch (error) {
    if (error instanceof Killed) return true;
    throw error;
  }
}

/** What the pipeline does: an item that is known as it is needs no writing, only the rollup's repair. */
async function runAgain(store: Store, bundle: ItemBundle): Promise<void> {
  const known = (await store.items.known([bundle.item.id])).get(bundle.item.id);
  if (known?.feedHash === bundle.item.feedHash) await store.items.repair(bundle.item.id);
  else expect((await store.items.save(bundle)).outcome).toBe('stored');
}
