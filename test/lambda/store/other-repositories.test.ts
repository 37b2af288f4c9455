import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyRow } from '../../../lambda/pipeline/empty-row.ts';
import { collect } from '../../../lambda/store/collect.ts';
import { createStore } from '../../../lambda/store/create-store.ts';
import type { RollupRow } from '../../../lambda/store/store-shapes.ts';
import { dyingTable } from '../../support/dying-table.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';
import { articleAt } from '../../support/sample-bundle.ts';
import { wrappedTable } from '../../support/wrapped-table.ts';

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore();
});
afterEach(() => memory.close());

const row = (day: string, subject: string, statements: number): RollupRow => ({
  ...emptyRow(day, subject, subject),
  items: 1,
  statements,
});

test('a recounted day replaces all its rows, and a subject has all its days', async () => {
  const { rollups } = memory.store;
  const many = Array.from({ length: 60 }, (_, n) => row('2026-03-01', `SPEAKER#s-${n}`, n));
  await rollups.putDay('2026-03-01', many);
  await rollups.putDay('2026-03-02', [row('2026-03-02', 'SPEAKER#s-1', 5)]);
  expect(await rollups.ofDay('2026-03-01')).toHaveLength(60);
  const next = [row('2026-03-01', 'FEED#harbour', 2), row('2026-03-01', 'SPEAKER#s-1', 3)];
  await rollups.putDay('2026-03-01', next);
  expect(await rollups.ofDay('2026-03-01')).toEqual(next);
  expect((await rollups.ofSubject('SPEAKER#s-1')).map(({ statements }) => statements)).toEqual([3, 5]);
  expect(await rollups.ofSubject('SPEAKER#s-1', '2026-03-02')).toHaveLength(1);
  expect(await rollups.ofSubject('SPEAKER#s-2')).toEqual([]);
});

test('who spoke is told from the newest day on, of speakers with statements only, and follows each recount', async () => {
  const { rollups } = memory.store;
  const many = Array.from({ length: 1_002 }, (_, n) => row('2026-03-01', `SPEAKER#s-${String(n).padStart(4, '0')}`, n));
  await rollups.putDay('2026-03-01', [...many, row('2026-03-01', 'FEED#harbour', 7)]);
  await rollups.putDay('2026-03-03', [row('2026-03-03', 'SPEAKER#s-1', 5)]);
  const told = await collect(rollups.spoken('2026-03-01', '2026-03-03'));
  expect(told.map(({ day, speakers }) => [day, speakers.length])).toEqual([
    ['2026-03-03', 1],
    ['2026-03-01', 1],
    ['2026-03-01', 1_000],
  ]);
  expect(told[1]?.speakers).toEqual([['s-1001', 1_001]]);
  await rollups.putDay('2026-03-01', [row('2026-03-01', 'SPEAKER#s-2', 3)]);
  expect(await collect(rollups.spoken('2026-03-01', '2026-03-02'))).toMatchObject([
    { day: '2026-03-01', speakers: [['s-2', 3]] },
  ]);
  await rollups.putDay('2026-03-01', []);
  expect(await collect(rollups.spoken('2026-02-01', '2026-03-02'))).toEqual([]);
});

test('rows of a day are written as they come, some hundred at a time, for not all of them may fit into memory as records', async () => {
  const [day, count] = ['2026-03-04', 1_700];
  let taken = 0;
  const takenBeforeWrites: number[] = [];
  const table = wrappedTable(memory.table, {
    write({ run }) {
      if (taken > 0) takenBeforeWrites.push(taken);
      taken = 0;
      return run();
    },
  });
  const store = createStore({ ...memory, table });
  await store.rollups.putDay(day, {
    *[Symbol.iterator]() {
      for (let n = 0; n < count; n++) {
        taken++;
        yield row(day, `SPEAKER#s-${n}`, 1);
      }
    },
  });
  // At first what tells one row from another is made of all of them, and at last the lists of speakers.
  expect(takenBeforeWrites).toEqual([count, 500, 500, 500, 200, count]);
  expect(await store.rollups.ofDay(day)).toHaveLength(count);
});

test('rows of the first version are read, and everything is to be counted again', async () => {
  const { table, store } = memory;
  const put = (Item: Record<string, unknown>) => table.put(Item as never);
  const old = { day: '2026-03-01', subject: 'SPEAKER#ada', name: 'Ada', items: 1, statements: 2, roles: ['chair'] };
  await put({ pk: 'ROLLUP#2026-03-01', sk: 'SPEAKER#ada', ...old });
  await put({ pk: 'ROLLUP', sk: 'THROUGH', through: '2026-03-02T00:00:00Z' });
  expect(await store.rollups.ofDay('2026-03-01')).toEqual([
    { ...emptyRow('2026-03-01', 'SPEAKER#ada', 'Ada'), ...old, roles: [{ text: 'chair', statements: 0, undated: 0 }] },
  ]);
  expect(await store.rollups.through()).toBeNull();
});

test('rows of earlier versions are read by day and by subject, and are gone when their day is counted again', async () => {
  const { table, store } = memory;
  const [subject, day] = ['SPEAKER#ada', '2026-03-01'];
  const stored = { ...row(day, subject, 2), gsi1pk: `SUBJECT#${subject}`, gsi1sk: day };
  await table.put({ pk: `ROLLUP#${day}`, sk: subject, ...stored } as never);
  await store.rollups.putDay('2026-03-02', [row('2026-03-02', subject, 5)]);
  const counts = async () => (await store.rollups.ofSubject(subject)).map(({ statements }) => statements);
  expect(await counts()).toEqual([2, 5]);
  const fresh = [row(day, subject, 3)];
  expect(await store.rollups.changed(day, fresh)).toEqual([subject]);
  await store.rollups.putDay(day, fresh);
  expect(await counts()).toEqual([3, 5]);
  expect(await store.rollups.ofDay(day)).toEqual(fresh);
  expect(await store.rollups.changed(day, fresh)).toEqual([]);
  expect(await store.rollups.changed(day, [])).toEqual([subject]);
});

test('a row by subject says all in few bytes, and those of the version before are read and replaced', async () => {
  const { table, store } = memory;
  const day = '2026-03-01';
  const long = `SPEAKER#${'very-long-name-'.repeat(30)}`;
  const rows = ['SPEAKER#ada-brook', long].map((subject) => ({
    ...row(day, subject, 3),
    name: 'Ada Brook',
    roles: [{ text: 'harbour master', statements: 3, undated: 1 }],
    outlets: [{ feedId: '0123456789abcdef', statements: 3, undated: 0 }],
    seen: { first: '2026-03-01T08:00:00Z', last: '2026-03-01T09:00:00.125Z' },
  }));
  await store.rollups.putDay(day, rows);
  expect(await store.rollups.ofDay(day)).toEqual(rows);
  for (const own of rows) expect(await store.rollups.ofSubject(own.subject)).toEqual([own]);
  const pk = 'SUBJECT#SPEAKER#ada-brook';
  const stored = async () => await table.get({ pk, sk: day });
  expect(((await stored()) as { row: Uint8Array }).row.length).toBeLessThan(75);
  await table.put({ pk, sk: day, ...rows[0] } as never);
  expect(await store.rollups.ofSubject('SPEAKER#ada-brook')).toEqual([rows[0]]);
  await store.rollups.putDay(day, [row(day, 'SPEAKER#ada-brook', 4)]);
  expect(Object.keys((await stored()) ?? {}).sort()).toEqual(['pk', 'row', 'sk']);
});

test('of a day that is written in part only no row is forgotten, wherever the writing ends', async () => {
  const { table, store } = memory;
  const day = '2026-03-01';
  const first = Array.from({ length: 700 }, (_, n) => row(day, `SPEAKER#a-${n}`, 1));
  for (let ended = 1; ended < 9; ended += 2) {
    const dying = createStore({
      table: dyingTable(table, ended, 'some').table,
      clock: fakeClock('2026-03-02T00:00:00Z'),
    });
    await dying.rollups.putDay(day, first).catch(() => undefined);
    const next = [row(day, 'FEED#harbour', ended)];
    await store.rollups.putDay(day, next);
    expect(await store.rollups.ofDay(day)).toEqual(next);
    for (const { subject } of first.filter((_, n) => n % 50 === 0)) {
      expect(await store.rollups.ofSubject(subject), subject).toEqual([]);
    }
  }
}, 60_000);

test('it is known how far was counted', async () => {
  const { rollups } = memory.store;
  expect(await rollups.through()).toBeNull();
  await rollups.setThrough('2026-03-02T09:00:00Z');
  expect(await rollups.through()).toBe('2026-03-02T09:00:00Z');
});

test('days that have something are known by kind, the last one of a stretch left out', async () => {
  const { items, rollups } = memory.store;
  for (const [n, hours] of [0, 1, 24, 100].entries())
    await items.save(articleAt(n, hours, { statements: n === 3 ? 0 : 1 }));
  expect(await rollups.days('items')).toEqual(['2026-02-01', '2026-02-02', '2026-02-05']);
  expect(await rollups.days('statements')).toEqual(['2026-02-01', '2026-02-02']);
  expect(await rollups.days('changed', '2026-02-02', '2026-02-05')).toEqual(['2026-02-02']);
  expect(await rollups.days('mentioned')).toEqual(['2026-04-01', '2026-04-02']);
});

test('keys are listed by name, found by hash and revoked once', async () => {
  const { keys } = memory.store;
  const key = (sha256: string, name: string) => ({
    sha256,
    name,
    scope: 'read' as const,
    createdAt: '2026-03-02T09:00:00Z',
    expiresAt: null,
  });
  await keys.put(key('b1', 'reader'));
  await keys.put(key('a1', 'archive'));
  expect(await keys.get('b1')).toEqual(key('b1', 'reader'));
  expect((await keys.list()).map(({ name }) => name)).toEqual(['archive', 'reader']);
  expect(await keys.revoke('b1')).toBe(true);
  expect(await keys.revoke('b1')).toBe(false);
  expect(await keys.get('b1')).toBeNull();
});

test('a host keeps its robots.txt, even one that is long and cannot be compressed', async () => {
  const { hosts } = memory.store;
  expect(await hosts.get('harbour.example')).toBeNull();
  const host = { name: 'harbour.example', heldUntil: null, robots: null };
  await hosts.put(host);
  expect(await hosts.get('harbour.example')).toEqual(host);
  const robots = { text: 'User-agent: *\nDisallow: /intern\n', expiresAt: '2026-03-03T09:00:00Z' };
  await hosts.put({ ...host, robots });
  expect(await hosts.get('harbour.example')).toEqual({ ...host, robots });
  await hosts.put({ ...host, robots: { ...robots, delaySeconds: 2.5 } });
  expect((await hosts.get('harbour.example'))?.robots?.delaySeconds).toBe(2.5);
  const noise = Array.from({ length: 600_000 }, (_, n) =>
    String.fromCharCode(0x4e00 + ((n * n * 31 + n * 7) % 20_000)),
  );
  await hosts.put({ ...host, robots: { ...robots, text: noise.join('') } });
  const kept = (await hosts.get('harbour.example'))?.robots?.text ?? '';
  expect(kept.length).toBeGreaterThan(50_000);
  expect(noise.join('').startsWith(kept)).toBe(true);
});
