import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Delivery } from '../../../lambda/model/delivery.ts';
import type { Search } from '../../../lambda/model/search.ts';
import { createStore } from '../../../lambda/store/create-store.ts';
import type { Store } from '../../../lambda/store/store.ts';
import type { ItemBundle } from '../../../lambda/store/store-shapes.ts';
import { dumpTable } from '../../support/dump-table.ts';
import { dyingTable, type Fate } from '../../support/dying-table.ts';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';
import { changedBundle, sampleBundle } from '../../support/sample-bundle.ts';

const first = sampleBundle({ number: 1, statements: 5, comingDates: 2 });
const second = sampleBundle({ number: 2, statements: 3 });
const { id } = first.item;
const ITEM = { kind: 'item', id, reason: 'the publisher asks for it', by: 'local' } as const;
const SPEAKER = { kind: 'speaker', id: 'mira-lund', reason: 'she asks for it', by: 'archive' } as const;
const observed = (bundle: ItemBundle) =>
  bundle.statements.flatMap(({ speaker }) =>
    speaker?.id ? [{ ...speaker, id: speaker.id, aliases: [], seenAt: bundle.item.sortAt }] : [],
  );

const AT = '2026-03-02T10:00:00Z';
const SEARCH: Search = {
  ...{ id: 'lund', name: 'What is said', filters: {}, channels: [], paused: false, activeSince: AT },
  ...{ createdBy: 'local', createdAt: AT, changedAt: AT, revision: 1 },
};
const deliveryOf = (
  { item }: ItemBundle,
  { id: statementId, text, speaker }: ItemBundle['statements'][0],
): Delivery => ({
  ...{ id: `lund ${statementId}`, searchId: 'lund', searchName: 'What is said', channelId: 'desk', itemId: item.id },
  ...{ edition: '1-aaaaaaaa', statementId, statement: { text, speaker }, example: false, state: 'due' },
  ...{ createdAt: AT, nextTryAt: AT, attempts: 0, lastError: null, sentAt: null },
});

/** Two articles with their speakers, and a saved search that is about to tell all that was said. */
async function fill(store: Store): Promise<void> {
  await store.savedSearches.add(SEARCH);
  for (const bundle of [first, second]) {
    const erased = await store.speakers.record(observed(bundle));
    await store.items.save(bundle, erased);
    for (const statement of bundle.statements) await store.deliveries.add(deliveryOf(bundle, statement));
  }
}

const list = async <T>(source: AsyncIterable<{ record: T }>): Promise<T[]> => {
  const found: T[] = [];
  for await (const { record } of source) found.push(record);
  return found;
};
const saidBy = async (store: Store, itemId: string) =>
  (await store.statements.ofItem(itemId)).map(({ speaker }) => speaker?.id ?? null);

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore();
  await fill(memory.store);
});
afterEach(() => memory.close());

/** What stands in the table of the item or person, but for what is kept aside. */
const mentions = async (text: string) =>
  (await dumpTable(memory.table)).table.filter(
    (record) => !String(record.pk).startsWith('HELD#') && JSON.stringify(record).includes(text),
  );

describe('an article that is taken down', () => {
  test('is gone with its text, statements, dates, copies and deliveries, and is listed with reason and time', async () => {
    const { store } = memory;
    const removal = await store.removals.remove(ITEM);
    expect(removal).toMatchObject({ ...ITEM, label: first.item.title, state: 'removed' });
    expect(await list(store.removals.newest())).toEqual([removal]);
    expect(await store.items.get(id)).toBeNull();
    expect(await store.statements.ofItem(id)).toEqual([]);
    expect((await list(store.items.newest({}))).map((item) => item.id)).toEqual([second.item.id]);
    const left = (await mentions(id)).map(({ pk, sk }) => `${String(pk).split('#')[0]} ${String(sk).split('#')[0]}`);
    expect(left.filter((key) => !key.startsWith('CHANGED '))).toEqual(['ITEM REMOVED']);
    expect(await list(store.items.changes({ from: '2026-01-01T00:00:00Z' }))).toContainEqual(
      expect.objectContaining({ itemId: id, removed: true }),
    );
  });

  test('is not brought back by what is polled later', async () => {
    const { store } = memory;
    await store.removals.remove(ITEM);
    expect((await store.items.save(first)).outcome).toBe('removed');
    expect((await store.items.save(changedBundle(first, '2026-03-03T10:00:00Z'))).outcome).toBe('removed');
    expect(await store.items.get(id)).toBeNull();
  });

  test('can be restored as it was, with its corrections, and then changes again', async () => {
    const { store } = memory;
    const [struck] = await store.statements.ofItem(id);
    const decision = { notAStatement: true, note: 'a headline', by: 'local' };
    await store.corrections.put({ itemId: id, statementId: struck?.id ?? '', ...decision });
    const before = { whole: await store.items.whole(id), said: await store.statements.ofItem(id) };
    await store.removals.remove(ITEM);
    expect(await list(store.corrections.newest())).toEqual([]);
    expect(await store.removals.restore('item', id)).toMatchObject({ state: 'restored' });

    const { item, dates } = (await store.items.whole(id)) ?? {};
    const revised = { revision: expect.any(Number), edition: item?.edition, changedAt: expect.any(String) };
    expect(item).toEqual({ ...before.whole?.item, ...revised });
    expect(dates).toEqual(before.whole?.dates);
    const edition = item?.edition;
    expect(await store.statements.ofItem(id)).toEqual(before.said.map((one) => ({ ...one, edition })));
    expect(await list(store.dates.coming({ from: '2026-04-01' }))).toHaveLength(3);
    expect((await dumpTable(memory.table)).table.filter(({ pk }) => String(pk).startsWith('HELD#'))).toEqual([]);
    const changed = changedBundle({ ...first, item: item ?? first.item }, '2026-03-04T10:00:00Z');
    expect((await store.items.save(changed)).outcome).toBe('stored');
  });

  test('is gone for good once it is purged, and its title with it', async () => {
    const { store } = memory;
    await store.removals.remove(ITEM);
    expect(await store.removals.purge('item', id)).toMatchObject({ state: 'purged', label: null });
    await expect(store.removals.restore('item', id)).rejects.toMatchObject({ code: 'not-held' });
    expect(await mentions(first.item.title)).toEqual([]);
    expect((await store.items.save(first)).outcome).toBe('removed');
  });

  test('can not be restored after 30 days', async () => {
    const { store, clock } = memory;
    await store.removals.remove(ITEM);
    clock.advance(31 * 86_400_000);
    await expect(store.removals.restore('item', id)).rejects.toMatchObject({ code: 'not-held' });
    expect((await store.items.save(first)).outcome).toBe('removed');
  });
});

describe('a speaker who is erased', () => {
  test('is gone with names and statements; the articles stay, with what others said', async () => {
    const { store } = memory;
    await store.removals.remove(SPEAKER);
    expect(await store.speakers.get('mira-lund')).toBeNull();
    expect(await store.speakers.find(['mira'], 10)).toEqual([]);
    expect(await list(store.statements.newest({ speakerId: 'mira-lund' }))).toEqual([]);
    expect(await saidBy(store, id)).toEqual(['harbour-office', null, 'harbour-office']);
    expect((await store.items.get(id))?.statementCount).toBe(3);
    const named = (await mentions('mira-lund')).map(({ pk, sk }) => `${pk} ${sk}`);
    expect(named).toEqual(['SPEAKER#mira-lund REMOVED', 'SPEAKERS ERASED']);
  });

  test('is not brought back by articles that come or change', async () => {
    const { store } = memory;
    await store.removals.remove(SPEAKER);
    const third = sampleBundle({ number: 3, statements: 3 });
    const erased = await store.speakers.record(observed(third));
    await store.items.save(third, erased);
    expect(await saidBy(store, third.item.id)).toEqual(['harbour-office', null]);
    expect(await store.speakers.get('mira-lund')).toBeNull();
  });

  test('is not named beside others who said it too', async () => {
    const { store } = memory;
    const [, said] = second.statements;
    const [mira] = second.statements;
    const joint = changedBundle(second, '2026-03-03T10:00:00Z');
    const statements = [mira, { ...said, jointWith: ['Mira Lund', 'Jon Berg'] }] as ItemBundle['statements'];
    await store.items.save({ ...joint, statements });
    await store.removals.remove(SPEAKER);
    expect((await store.statements.ofItem(second.item.id)).map(({ jointWith }) => jointWith)).toEqual([['Jon Berg']]);
  });

  test('comes back with names and statements when restored', async () => {
    const { store } = memory;
    const before = await store.statements.ofItem(id);
    await store.removals.remove(SPEAKER);
    await store.removals.restore('speaker', 'mira-lund');
    expect((await store.speakers.get('mira-lund'))?.name).toBe('Mira Lund');
    expect((await store.speakers.find(['mira'], 10)).map(({ name }) => name)).toEqual(['Mira Lund']);
    const { edition, statementCount } = (await store.items.get(id)) ?? {};
    expect(statementCount).toBe(before.length);
    expect(await store.statements.ofItem(id)).toEqual(before.map((one) => ({ ...one, edition })));
    const third = sampleBundle({ number: 3, statements: 3 });
    expect(await store.speakers.record(observed(third))).toEqual(new Set());
  });

  test('takes along those who are joined to them', async () => {
    const { store } = memory;
    await store.speakers.merge('harbour-office', 'mira-lund');
    await store.removals.remove(SPEAKER);
    expect(await saidBy(store, id)).toEqual([null]);
  });
});

test('what is not there can not be taken down, restored or purged', async () => {
  const { removals } = memory.store;
  await expect(removals.remove({ ...ITEM, id: 'none' })).rejects.toMatchObject({ code: 'unknown-item' });
  await expect(removals.remove({ ...SPEAKER, id: 'none' })).rejects.toMatchObject({ code: 'unknown-speaker' });
  await expect(removals.restore('item', id)).rejects.toMatchObject({ code: 'unknown-removal' });
  await expect(removals.purge('speaker', 'mira-lund')).rejects.toMatchObject({ code: 'unknown-removal' });
});

describe.each([
  ['taking an article down', (store: Store) => store.removals.remove(ITEM), null],
  ['erasing a speaker', (store: Store) => store.removals.remove(SPEAKER), null],
  ['restoring an article', (store: Store) => store.removals.restore('item', id), ITEM],
  ['restoring a speaker', (store: Store) => store.removals.restore('speaker', 'mira-lund'), SPEAKER],
  ['purging an article', (store: Store) => store.removals.purge('item', id), ITEM],
  ['purging a speaker', (store: Store) => store.removals.purge('speaker', 'mira-lund'), SPEAKER],
])('%s', (_, work, removed) => {
  test.each(['nothing', 'some', 'all'] satisfies Fate[])(
    'can die at every write (%s of it done) and is completed by being run again',
    async (fate) => {
      const dumpAfter = async (run: (opened: MemoryStore) => Promise<unknown>) => {
        const opened = await openMemoryStore();
        try {
          await fill(opened.store);
          if (removed) await opened.store.removals.remove(removed);
          await run(opened);
          return await dumpTable(opened.table);
        } finally {
          await opened.close();
        }
      };
      const undisturbed = await dumpAfter(({ store }) => work(store));
      let deaths = 0;
      for (let isOver = false; !isOver; ) {
        const disturbed = await dumpAfter(async (opened) => {
          const dying = createStore({ ...opened, table: dyingTable(opened.table, deaths + 1, fate).table });
          isOver = await work(dying).then(
            () => true,
            () => false,
          );
          await work(opened.store);
        });
        expect(disturbed, `after death at write ${deaths + 1}`).toEqual(undisturbed);
        if (!isOver) deaths++;
        expect(deaths).toBeLessThan(60);
      }
      expect(deaths).toBeGreaterThanOrEqual(2);
    },
  );
});

test('what a search has told, or is about to tell, goes with the search', async () => {
  const { store } = memory;
  expect(await list(store.deliveries.ofSearch('lund'))).toHaveLength(8);
  expect(await store.savedSearches.remove('lund')).toBe(true);
  expect(await list(store.deliveries.ofSearch('lund'))).toEqual([]);
  expect(await store.deliveries.due('2026-03-09T00:00:00Z', 10)).toEqual([]);
});
