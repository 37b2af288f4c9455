import { expect, onTestFinished, test } from 'vitest';
import type { Statement } from '../../../../lambda/model/statement.ts';
import { indexWords } from '../../../../lambda/pipeline/index-words.ts';
import { collect } from '../../../../lambda/store/collect.ts';
import { createStore } from '../../../../lambda/store/create-store.ts';
import type { SearchQuery } from '../../../../lambda/store/store-shapes.ts';
import { type ArticleWish, bundle } from '../../../support/articles.ts';
import { dumpTable } from '../../../support/dump-table.ts';
import { openMemoryStore } from '../../../support/memory-store.ts';
import { wrappedTable } from '../../../support/wrapped-table.ts';

const HOUR = 3_600_000;

async function world() {
  const memory = await openMemoryStore('2026-03-15T12:00:00Z');
  onTestFinished(memory.close);
  const { store, clock } = memory;
  const save = async (wish: ArticleWish): Promise<void> => {
    const written = bundle({ storedAt: new Date(clock.now()).toISOString().replace('.000Z', 'Z'), ...wish });
    const previous = (await store.items.known([written.item.id])).get(written.item.id) ?? null;
    const { outcome } = await store.items.save({ ...written, previous });
    expect(outcome).toBe('stored');
  };
  const texts = async (query: Partial<SearchQuery>): Promise<string[] | null> => {
    const found = await store.search.statements({ words: [], ...query });
    return found && (await collect(found.list)).map(({ record }) => record.text);
  };
  return { ...memory, save, texts, index: () => indexWords({ store, clock }) };
}

const said = (text: string, speaker: string | null = 'Ada Okonkwo') => ({ text, speaker });

test('there is no index before the first run; then open, batched and new statements are found alike', async () => {
  const { store, clock, save, texts, index } = await world();
  await save({ name: 'a', statements: [said('The harbour is closed'), said('Nobody was hurt')] });
  expect(await texts({ words: ['harbour'] })).toBeNull();
  clock.advance(1);
  expect(await index()).toEqual({ batches: 0, changes: 1, complete: true });
  expect(await texts({ words: ['harb'] })).toEqual(['The harbour is closed']);
  expect(await texts({ words: ['harbour', 'hurt'] })).toEqual([]);
  expect(await texts({ words: ['a'] })).toBeNull();
  clock.advance(HOUR);
  await save({ name: 'b', statements: [said('A harbour for all')] });
  expect(await texts({ words: ['harbour'] })).toEqual(['A harbour for all', 'The harbour is closed']);
  const start = '1970-01-01T00:00:00Z';
  const changes = (await collect(store.items.changes({ from: start }))).map(({ record }) => record);
  await store.search.addBatch(changes.slice(0, 1), { start, end: '2026-03-15T12:30:00Z' });
  expect(await texts({ words: ['harbour'] })).toEqual(['A harbour for all', 'The harbour is closed']);
  await index();
  expect(await texts({ words: ['harbour'] })).toEqual(['A harbour for all', 'The harbour is closed']);
  expect(await texts({ words: ['harbour'], to: '2026-03-15T12:30:00Z' })).toEqual(['The harbour is closed']);
  expect(await texts({ words: ['harbour'], from: '2026-03-15T12:30:00Z' })).toEqual(['A harbour for all']);
});

test('speakers and feeds narrow the index, and their names and roles are words too', async () => {
  const { save, texts, index } = await world();
  await save({ name: 'a', feedId: 'post', statements: [said('The ferry sails'), said('The ferry sank', 'Bo Lee')] });
  await save({
    name: 'b',
    feedId: 'echo',
    statements: [{ text: 'Our ferry is late', speaker: 'Bo Lee', role: 'harbour master' }],
  });
  await index();
  expect(await texts({ words: ['ferry'], speakerIds: ['bo-lee', 'nobody'] })).toEqual(
    expect.arrayContaining(['The ferry sank', 'Our ferry is late']),
  );
  expect(await texts({ words: ['ferry'], speakerIds: ['bo-lee'], feedId: 'echo' })).toEqual(['Our ferry is late']);
  expect(await texts({ words: ['master', 'ferry'] })).toEqual(['Our ferry is late']);
  expect((await texts({ words: ['lee'] }))?.length).toBe(2);
});

test('only the present revision is found, wherever the others are indexed, and nothing of what is removed', async () => {
  const { store, clock, save, texts, index } = await world();
  await save({ name: 'a', statements: [said('The bridge is open')] });
  await save({ name: 'b', statements: [said('The bridge is new')] });
  await index();
  clock.advance(HOUR);
  await save({ name: 'a', revision: 2, statements: [said('The bridge is shut')] });
  expect(await texts({ words: ['bridge'] })).toEqual(
    expect.arrayContaining(['The bridge is shut', 'The bridge is new']),
  );
  await index();
  expect((await texts({ words: ['bridge'] }))?.toSorted()).toEqual(['The bridge is new', 'The bridge is shut']);
  expect(await texts({ words: ['open'] })).toEqual([]);
  for (const { record } of await collect(store.items.newest({}))) await store.items.remove(record.id);
  expect(await texts({ words: ['bridge'] })).toEqual([]);
  await index();
  expect(await texts({ words: ['bridge'] })).toEqual([]);
});

test('many batches, and changes dated anywhere, give the order of the list of all, page by page', async () => {
  const { store, clock, save, index } = await world();
  for (let number = 0; number < 24; number++) {
    const day = String(1 + ((number * 7) % 14)).padStart(2, '0');
    const statements = [said(`Ship ${number} is in`), said(number % 3 === 0 ? 'The ship sailed' : 'Fog')];
    await save({ name: `n${number}`, publishedAt: `2026-03-${day}T0${number % 10}:00:00Z`, statements });
    clock.advance(60_000);
    if (number % 5 !== 4) continue;
    const start = (await store.search.batchedThrough()) ?? '1970-01-01T00:00:00Z';
    const end = new Date(clock.now()).toISOString().replace('.000Z', 'Z');
    const changes = (await collect(store.items.changes({ from: start, to: end }))).map(({ record }) => record);
    await store.search.addBatch(changes, { start, end });
  }
  await index();
  const isShip = ({ record }: { record: Statement }) => record.text.toLowerCase().includes('ship');
  const all = (await collect(store.statements.newest({}))).filter(isShip).map(({ position }) => position);
  expect(all.length).toBe(24 + 8);
  for (const size of [6, 100]) {
    const found: string[] = [];
    for (let after: string | undefined; ; after = found.at(-1)) {
      const page = await store.search.statements({ words: ['ship'], after });
      const positions = page ? (await collect(page.list, size)).map(({ position }) => position) : [];
      if (positions.length === 0) break;
      found.push(...positions);
    }
    expect(found).toEqual(all);
  }
});

test('a run that dies anywhere, and is run again, leaves the same records and finds the same', async () => {
  const { store, clock, table, save, texts, index } = await world();
  for (const name of ['a', 'b', 'c']) await save({ name, statements: [said(`The tide of ${name}`)] });
  await index();
  clock.advance(HOUR);
  for (const name of ['d', 'e']) await save({ name, statements: [said(`The tide of ${name}`)] });
  clock.advance(HOUR);
  const start = '1970-01-01T00:00:00Z';
  const end = '2026-03-15T12:30:00Z';
  const changes = (await collect(store.items.changes({ from: start }))).map(({ record }) => record);
  let left = 0;
  const dying = wrappedTable(table, {
    async write({ run }) {
      if (left-- <= 0) throw new Error('killed');
      return run();
    },
  });
  const mortal = createStore({ table: dying, clock });
  const work = async (): Promise<void> => {
    await mortal.search.addBatch(changes.slice(0, 3), { start, end });
    await mortal.search.setOpen(changes.slice(3), { start: end, end: '2026-03-15T14:00:00Z' });
  };
  for (let writes = 0; ; writes++) {
    left = writes;
    const died = await work().then(
      () => false,
      () => true,
    );
    expect((await texts({ words: ['tide'] }))?.length, `after ${writes} writes`).toBe(5);
    if (!died) break;
  }
  const words = async () =>
    (await dumpTable(table)).table.filter(({ pk, sk }) => /^WORDS/.test(`${pk}`) || sk === 'WORDS');
  const before = await words();
  left = 1_000;
  await work();
  expect(await words()).toEqual(before);
  expect(before.filter(({ sk }) => String(sk).startsWith('OPEN#')).length).toBe(2);
});

test('an open segment that is gone reads as empty, and the next run writes it again', async () => {
  const { clock, table, save, texts, index } = await world();
  for (const name of ['a', 'b']) await save({ name, statements: [said(`The tide of ${name}`)] });
  clock.advance(1);
  await index();
  const all = await texts({ words: ['tide'] });
  const open = (await dumpTable(table)).table.filter(({ sk }) => String(sk).startsWith('OPEN#'));
  expect(open.length).toBeGreaterThan(0);
  await table.batchWrite(
    [],
    open.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })),
  );
  // Another process: the store above remembers the segment.
  const fresh = createStore({ table, clock });
  expect(await fresh.search.statements({ words: ['tide'] })).not.toBeNull();
  await indexWords({ store: fresh, clock });
  const found = await createStore({ table, clock }).search.statements({ words: ['tide'] });
  expect(found && (await collect(found.list)).map(({ record }) => record.text)).toEqual(all);
});
