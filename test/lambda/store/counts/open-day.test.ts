import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyRow } from '../../../../lambda/pipeline/empty-row.ts';
import { collect } from '../../../../lambda/store/collect.ts';
import { createStore } from '../../../../lambda/store/create-store.ts';
import type { RollupRow } from '../../../../lambda/store/store-shapes.ts';
import { dyingTable } from '../../../support/dying-table.ts';
import { fakeClock } from '../../../support/fake-clock.ts';
import { type MemoryStore, openMemoryStore } from '../../../support/memory-store.ts';
import { wrappedTable } from '../../../support/wrapped-table.ts';

const DAY = '2026-03-02';
const EARLIER = '2026-03-01';

const row = (day: string, subject: string, statements: number): RollupRow => ({
  ...emptyRow(day, subject, subject),
  items: 1,
  statements,
});
const rowsOf = (count: number, day = DAY): RollupRow[] =>
  Array.from({ length: count }, (_, n) => row(day, `SPEAKER#s-${String(n).padStart(5, '0')}`, n + 1));

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore();
});
afterEach(() => memory.close());

const records = async () => (await collect(memory.table.scan())) as Record<string, unknown>[];
const bySubject = async () => (await records()).filter(({ pk }) => String(pk).startsWith('SUBJECT#'));

describe('a day that is not over', () => {
  it('has its rows together in few records, and is read by day and by subject as any other', async () => {
    const { rollups } = memory.store;
    await rollups.putDay(EARLIER, [row(EARLIER, 'SPEAKER#s-00001', 9)]);
    await rollups.putDay(DAY, rowsOf(400), { isOpen: true });
    expect(await bySubject()).toHaveLength(1);
    expect((await records()).filter(({ sk }) => String(sk).startsWith('~open#'))).toHaveLength(4);
    expect(await rollups.openDays()).toEqual([DAY]);
    expect(await rollups.ofDay(DAY)).toEqual(rowsOf(400));
    expect((await rollups.ofSubject('SPEAKER#s-00001')).map(({ day, statements }) => [day, statements])).toEqual([
      [EARLIER, 9],
      [DAY, 2],
    ]);
    expect(await rollups.ofSubject('SPEAKER#s-00001', '2026-03-03')).toEqual([]);
    expect(await rollups.ofSubject('SPEAKER#s-0000')).toEqual([]);
  });

  it('tells what is another count than before, and writes only the records that say something else', async () => {
    const { rollups } = memory.store;
    await rollups.putDay(DAY, rowsOf(400), { isOpen: true });
    const next = [...rowsOf(399).slice(1), row(DAY, 'SPEAKER#s-00007', 70), row(DAY, 'SPEAKER#new', 1)].filter(
      (one, n, all) => all.findLastIndex(({ subject }) => subject === one.subject) === n,
    );
    expect((await rollups.changed(DAY, next)).toSorted()).toEqual(
      ['SPEAKER#new', 'SPEAKER#s-00000', 'SPEAKER#s-00007', 'SPEAKER#s-00399'].toSorted(),
    );
    const puts: string[] = [];
    const table = wrappedTable(memory.table, {
      write({ puts: written, run }) {
        puts.push(...written.map(({ sk }) => String(sk)));
        return run();
      },
    });
    const watched = createStore({ ...memory, table });
    const one = rowsOf(400).map((own) => (own.subject === 'SPEAKER#s-00007' ? { ...own, statements: 70 } : own));
    await watched.rollups.putDay(DAY, one, { isOpen: true });
    expect(puts.filter((put) => put.includes('~open#'))).toHaveLength(1);
    expect(await rollups.ofDay(DAY)).toEqual(one);
    expect(await rollups.changed(DAY, one)).toEqual([]);
  });

  it('spreads over more records as it grows, and readers go over when all of them are there', async () => {
    const { rollups } = memory.store;
    await rollups.putDay(DAY, rowsOf(100), { isOpen: true });
    await rollups.putDay(DAY, rowsOf(2_000), { isOpen: true });
    expect(await rollups.ofDay(DAY)).toEqual(rowsOf(2_000));
    expect((await rollups.ofSubject('SPEAKER#s-01999'))[0]).toMatchObject({ statements: 2_000 });
    await rollups.putDay(DAY, rowsOf(3), { isOpen: true });
    expect(await rollups.ofDay(DAY)).toEqual(rowsOf(3));
    await rollups.putDay(DAY, [], { isOpen: true });
    expect(await rollups.ofDay(DAY)).toEqual([]);
  });

  it('is stored by subject once it is over, and its former records expire', async () => {
    const { rollups } = memory.store;
    await rollups.putDay(DAY, rowsOf(20), { isOpen: true });
    expect(await rollups.changed(DAY, rowsOf(20))).toEqual([]);
    await rollups.putDay(DAY, rowsOf(19));
    expect(await rollups.openDays()).toEqual([]);
    expect(await bySubject()).toHaveLength(19);
    expect(await rollups.ofDay(DAY)).toEqual(rowsOf(19));
    expect(await rollups.ofSubject('SPEAKER#s-00019')).toEqual([]);
    for (const { sk, ttl } of await records()) if (String(sk).startsWith('~open#')) expect(ttl).toBeGreaterThan(0);
  });

  it('may open again, and is then read from where it was put last', async () => {
    const { rollups } = memory.store;
    await rollups.putDay(DAY, rowsOf(5));
    await rollups.putDay(DAY, rowsOf(3), { isOpen: true });
    expect(await rollups.ofDay(DAY)).toEqual(rowsOf(3));
    expect(await rollups.ofSubject('SPEAKER#s-00004')).toEqual([]);
    await rollups.putDay(DAY, rowsOf(4));
    expect(await rollups.ofSubject('SPEAKER#s-00004')).toEqual([]);
    expect(await rollups.ofDay(DAY)).toEqual(rowsOf(4));
  });

  it.each([
    ['growing', true],
    ['ending', false],
  ])(
    'that dies while it is %s shows each row as it was before or as it is now, and is put again',
    async (_how, isOpen) => {
      const { table, store } = memory;
      const next = rowsOf(1_000).map((own) => ({ ...own, statements: own.statements + 5_000 }));
      for (let fatal = 1; fatal < 10; fatal++) {
        await store.rollups.putDay(DAY, rowsOf(100), { isOpen: true });
        const dying = createStore({
          table: dyingTable(table, fatal, 'some').table,
          clock: fakeClock('2026-03-02T23:00:00Z'),
        });
        await dying.rollups.putDay(DAY, next, { isOpen }).catch(() => undefined);
        const [shown] = await store.rollups.ofSubject('SPEAKER#s-00050');
        expect([51, 5_051]).toContain(shown?.statements);
        await store.rollups.putDay(DAY, next, { isOpen });
        expect(await store.rollups.ofDay(DAY)).toEqual(next);
      }
    },
    60_000,
  );
});
