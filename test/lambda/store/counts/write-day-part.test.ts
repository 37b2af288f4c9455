import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CountRow } from '../../../../lambda/store/counts/shapes.ts';
import { createStore } from '../../../../lambda/store/create-store.ts';
import { dyingTable } from '../../../support/dying-table.ts';
import { type MemoryStore, openMemoryStore } from '../../../support/memory-store.ts';
import { dayPart, row } from './day-part.ts';

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore();
});
afterEach(() => memory.close());

const MINUTE = 60_000;
const [DAY, NEXT] = ['2026-03-01', '2026-03-02'];

async function lease() {
  memory.clock.advance(2 * MINUTE);
  const found = await memory.store.leases.acquire('rollup', { owner: 'test', milliseconds: MINUTE });
  if (!found) throw new Error('the lease is held');
  return found;
}

async function put(day: string, rows: CountRow[], rewrite = false): Promise<number> {
  return memory.store.rollups.putDayPart(await lease(), dayPart(day, rows), { rewrite });
}

const counts = async (subject: string) =>
  (await memory.store.rollups.ofSubject(subject)).map(({ day, statements }) => [day, statements]);

describe('the rows of a day', () => {
  test('are replaced by those of the next count, and a subject has all its days', async () => {
    const { rollups } = memory.store;
    const many = Array.from({ length: 60 }, (_, n) => row(DAY, `SPEAKER#s-${n}`, n + 1));
    expect(await put(DAY, many)).toBe(60);
    await put(NEXT, [row(NEXT, 'SPEAKER#s-1', 5)]);
    expect(await rollups.ofDay(DAY)).toHaveLength(60);
    const next = [row(DAY, 'FEED#harbour', 2), row(DAY, 'SPEAKER#s-1', 3)];
    expect(await put(DAY, next)).toBe(61);
    expect(await rollups.ofDay(DAY)).toEqual(next);
    expect(await counts('SPEAKER#s-1')).toEqual([
      [DAY, 3],
      [NEXT, 5],
    ]);
    expect(await rollups.ofSubject('SPEAKER#s-1', NEXT)).toHaveLength(1);
    expect(await counts('SPEAKER#s-2')).toEqual([]);
  });

  test('are written only where they say something else', async () => {
    const rows = [row(DAY, 'SPEAKER#a', 1), row(DAY, 'SPEAKER#b', 2)];
    expect(await put(DAY, rows)).toBe(2);
    expect(await put(DAY, rows)).toBe(0);
    expect(await put(DAY, [row(DAY, 'SPEAKER#a', 1), row(DAY, 'SPEAKER#b', 3)])).toBe(1);
  });

  test('stand as anybody reads them', async () => {
    await put(DAY, [row(DAY, 'SPEAKER#ada', 3)]);
    expect(await memory.table.get({ pk: 'COUNT#SPEAKER#ada', sk: DAY })).toMatchObject({
      ...{ day: DAY, subject: 'SPEAKER#ada', items: 1, statements: 3 },
      types: { direct: 0, indirect: 0, mixed: 0 },
    });
  });

  test('are all right after the next count, wherever one has died', async () => {
    const first = Array.from({ length: 30 }, (_, n) => row(DAY, `SPEAKER#a-${n}`, 1));
    for (let fatal = 1; fatal < 40; fatal += 3) {
      const dying = createStore({ ...memory, table: dyingTable(memory.table, fatal, 'some').table });
      await dying.rollups.putDayPart(await lease(), dayPart(DAY, first), { rewrite: false }).catch(() => undefined);
      const next = [row(DAY, 'FEED#harbour', fatal)];
      await put(DAY, next);
      expect(await memory.store.rollups.ofDay(DAY)).toEqual(next);
      for (const { subject } of first) expect(await counts(subject), `${subject} after ${fatal}`).toEqual([]);
    }
  });

  test('that an earlier owner of the lease still writes are refused', async () => {
    const slow = await lease();
    await put(DAY, [row(DAY, 'SPEAKER#a', 2)], true);
    const late = memory.store.rollups.putDayPart(slow, dayPart(DAY, [row(DAY, 'SPEAKER#b', 1)]), { rewrite: false });
    await expect(late).rejects.toMatchObject({ code: 'lease-lost' });
    expect(await memory.store.rollups.ofDay(DAY)).toEqual([row(DAY, 'SPEAKER#a', 2)]);
  });
});

describe('sums of facets', () => {
  test('are of all values, however many, over any stretch of days', async () => {
    const { rollups } = memory.store;
    const many = Array.from({ length: 12_000 }, (_, n) => row(DAY, `SPEAKER#${'s'.repeat(40)}-${n}`, 1));
    await put(DAY, many);
    await put(NEXT, [row(NEXT, `SPEAKER#${'s'.repeat(40)}-7`, 5), row(NEXT, 'FEED#harbour', 6)]);
    const of = async (from?: string, to?: string) => (await rollups.facetSums('speaker', from, to)).sums;
    expect((await of()).size).toBe(12_000);
    expect((await of()).get(`${'s'.repeat(40)}-7`)).toMatchObject({ statements: 6 });
    expect((await of(NEXT)).size).toBe(1);
    expect((await of(undefined, DAY)).get(`${'s'.repeat(40)}-7`)).toMatchObject({ statements: 1 });
    expect([...(await rollups.facetSums('feed')).sums.keys()]).toEqual(['harbour']);
  });

  test('follow each count', async () => {
    await put(DAY, [row(DAY, 'SPEAKER#a', 2), row(DAY, 'SPEAKER#b', 2)]);
    await put(DAY, [row(DAY, 'SPEAKER#a', 3)]);
    const { sums } = await memory.store.rollups.facetSums('speaker');
    expect([...sums.values()].filter(({ statements }) => statements > 0)).toEqual([
      { value: 'a', statements: 3, items: 0, copies: 0 },
    ]);
  });
});
