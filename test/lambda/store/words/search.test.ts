import { expect, onTestFinished, test } from 'vitest';
import type { Statement } from '../../../../lambda/model/statement.ts';
import { indexWords } from '../../../../lambda/pipeline/rollup/index-words.ts';
import { collect } from '../../../../lambda/store/collect.ts';
import { createStore } from '../../../../lambda/store/create-store.ts';
import type { Lease } from '../../../../lambda/store/jobs/lease.ts';
import type { Store } from '../../../../lambda/store/store.ts';
import type { SearchQuery } from '../../../../lambda/store/store-shapes.ts';
import { type ArticleSpec, bundle } from '../../../support/articles.ts';
import { dumpTable } from '../../../support/dump-table.ts';
import { dyingTable } from '../../../support/dying-table.ts';
import { openMemoryStore } from '../../../support/memory-store.ts';

const HOUR = 3_600_000;

async function world() {
  const memory = await openMemoryStore('2026-03-15T12:00:00Z');
  onTestFinished(memory.close);
  const { store, clock } = memory;
  const save = async (wish: ArticleSpec): Promise<void> => {
    const written = bundle({ storedAt: new Date(clock.now()).toISOString().replace('.000Z', 'Z'), ...wish });
    const previous = (await store.items.known([written.item.id])).get(written.item.id) ?? null;
    const { outcome } = await store.items.save({ ...written, previous });
    expect(outcome).toBe('stored');
  };
  const texts = async (query: Partial<SearchQuery>): Promise<string[] | null> => {
    const found = await store.search.statements({ words: [], ...query });
    return found && (await collect(found.list)).map(({ record }) => record.text);
  };
  /** Does work under the lease of the job, which ends with it. */
  const leased = async <T>(work: (lease: Lease) => Promise<T>, of: Store = store): Promise<T> => {
    const lease = await of.leases.acquire('rollup', { owner: 'test', milliseconds: HOUR });
    if (!lease) throw new Error('the lease is held');
    return work(lease).finally(() => lease.release());
  };
  const index = () => leased((lease) => indexWords({ store, clock, lease, isOver: () => false }));
  const changes = async (to?: string) =>
    (await collect(store.items.changes({ from: '1970-01-01T00:00:00Z', ...(to && { to }) }))).map(
      ({ record }) => record,
    );
  return { ...memory, save, texts, leased, index, changes };
}

const said = (text: string, speaker: string | null = 'Ada Okonkwo') => ({ text, speaker });

test('there is no index before the first run; then statements of the newest segment, of closed ones and of none are found alike', async () => {
  const { store, clock, save, texts, index, leased, changes } = await world();
  await save({ name: 'a', statements: [said('The harbour is closed'), said('Nobody was hurt')] });
  expect(await texts({ words: ['harbour'] })).toBeNull();
  clock.advance(1);
  expect(await index()).toEqual({ segments: 0, changes: 1, complete: true });
  expect(await texts({ words: ['harb'] })).toEqual(['The harbour is closed']);
  expect(await texts({ words: ['harbour', 'hurt'] })).toEqual([]);
  expect(await texts({ words: ['a'] })).toBeNull();
  clock.advance(HOUR);
  await save({ name: 'b', statements: [said('A harbour for all')] });
  expect(await texts({ words: ['harbour'] })).toEqual(['A harbour for all', 'The harbour is closed']);
  const [first] = await changes();
  await leased((lease) => store.search.addClosed(lease, first ? [first] : [], '2026-03-15T12:30:00Z'));
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

test('many segments, and changes dated anywhere, give the order of the list of all, page by page', async () => {
  const { store, clock, save, index, leased, changes } = await world();
  let indexed = 0;
  for (let number = 0; number < 24; number++) {
    const day = String(1 + ((number * 7) % 14)).padStart(2, '0');
    const statements = [said(`Ship ${number} is in`), said(number % 3 === 0 ? 'The ship sailed' : 'Fog')];
    await save({ name: `n${number}`, publishedAt: `2026-03-${day}T0${number % 10}:00:00Z`, statements });
    clock.advance(60_000);
    if (number % 5 !== 4) continue;
    const end = new Date(clock.now()).toISOString().replace('.000Z', 'Z');
    const all = await changes(end);
    await leased((lease) => store.search.addClosed(lease, all.slice(indexed), end));
    indexed = all.length;
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

test('a run that dies anywhere, and is run again, finds the same and leaves nothing behind', async () => {
  const { store, clock, table, save, texts, index, leased, changes } = await world();
  for (const name of ['a', 'b', 'c']) await save({ name, statements: [said(`The tide of ${name}`)] });
  await index();
  clock.advance(HOUR);
  for (const name of ['d', 'e']) await save({ name, statements: [said(`The tide of ${name}`)] });
  clock.advance(HOUR);
  const all = await changes();
  for (let writes = 1; ; writes++) {
    const dying = dyingTable(table, writes, 'some');
    const mortal = createStore({ table: dying.table, clock });
    const died = await leased(async (lease) => {
      const closedThrough = (await store.search.state())?.closedThrough ?? '';
      if (closedThrough < '2026-03-15T12:30:00Z')
        await mortal.search.addClosed(lease, all.slice(0, 3), '2026-03-15T12:30:00Z');
      await mortal.search.setNewest(lease, all.slice(3), '2026-03-15T14:00:00Z');
      await mortal.search.removeUnused(lease, () => false);
    }).then(
      () => false,
      () => true,
    );
    expect((await texts({ words: ['tide'] }))?.toSorted(), `after ${writes} writes`).toEqual(
      ['a', 'b', 'c', 'd', 'e'].map((name) => `The tide of ${name}`),
    );
    if (!died) break;
  }
  // Twice, for what was replaced stays for a run.
  await index();
  await index();
  expect(await store.search.check()).toEqual({ status: 'complete', segments: 4, missing: [] });
  const keys = (await dumpTable(table)).table.map(({ pk, sk }) => `${pk} / ${sk}`);
  const segments = keys.filter((key) => /^WORDS#(statements|items) \//.test(key));
  expect(segments).toHaveLength(4);
  const ids = new Set(segments.map((key) => key.slice(key.indexOf(' / ') + 3)));
  const parts = keys.filter((key) => key.startsWith('WORDS#') && !segments.includes(key));
  expect(parts.filter((key) => !ids.has(key.slice(key.indexOf(' / ') + 3, -8)))).toEqual([]);
});

test('a segment that is missing reads as empty and is told; the next run makes it again, and all where a closed one is missing', async () => {
  const { store, clock, table, save, texts, index, leased, changes } = await world();
  for (const name of ['a', 'b', 'c']) {
    await save({ name, statements: [said(`The tide of ${name}`)] });
    clock.advance(1_000);
  }
  clock.advance(HOUR);
  const all = await changes();
  await leased((lease) => store.search.addClosed(lease, all.slice(0, 1), '2026-03-15T12:10:00Z'));
  await leased((lease) => store.search.addClosed(lease, all.slice(1, 2), '2026-03-15T12:20:00Z'));
  await leased((lease) => store.search.addClosed(lease, all.slice(2), '2026-03-15T12:30:00Z'));
  await save({ name: 'd', statements: [said('The tide of d')] });
  clock.advance(1_000);
  await index();
  const remove = async (pattern: RegExp) => {
    const gone = (await dumpTable(table)).table.filter(({ pk, sk }) => pattern.test(`${pk} / ${sk}`));
    expect(gone.length).toBeGreaterThan(0);
    await table.batchWrite([], gone as { pk: string; sk: string }[]);
    return gone.length;
  };
  const found = async () => (await texts({ words: ['tide'] }))?.map((text) => text.slice(-1)).toSorted();
  expect(await found()).toEqual(['a', 'b', 'c', 'd']);
  // As another process sees it, which has kept nothing.
  const fresh = async () => {
    const other = createStore({ table, clock });
    const page = await other.search.statements({ words: ['tide'] });
    return page && (await collect(page.list)).map(({ record }) => record.text.slice(-1)).toSorted();
  };
  const newest = (await store.search.state())?.newest?.start ?? '';
  await remove(new RegExp(`^WORDS#\\w+(#.*)? / ${newest.replace('Z', '.000Z')}`));
  expect(await fresh()).toEqual(['a', 'b', 'c', 'd']);
  expect((await store.search.check()).missing).toHaveLength(2);
  await index();
  expect(await store.search.check()).toMatchObject({ missing: [] });
  await remove(/^WORDS#\w+(#.*)? \/ 2026-03-15T12:10/);
  expect(await fresh()).toEqual(['a', 'c', 'd']);
  expect((await store.search.check()).missing.length).toBeGreaterThan(0);
  await index();
  expect(await fresh()).toEqual(['a', 'b', 'c', 'd']);
  expect(await store.search.check()).toMatchObject({ status: 'complete', missing: [] });
  await leased((lease) => store.search.reset(lease));
  expect(await store.search.check()).toMatchObject({ status: 'building', segments: 0 });
  expect(await texts({ words: ['tide'] })).toBeNull();
  await index();
  expect(await fresh()).toEqual(['a', 'b', 'c', 'd']);
  expect(await store.search.check()).toMatchObject({ status: 'complete', segments: 2, missing: [] });
});
