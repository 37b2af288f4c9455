import { cp, mkdir, mkdtemp, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStore } from '../../../lambda/store/create-store.ts';
import { openTableFile, TABLE_FILE, type TableFile } from '../../../local/sqlite/open-table-file.ts';
import { dumpTable, expectedIndexes } from '../../support/dump-table.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { quietLog } from '../../support/quiet-log.ts';
import { sampleBundle } from '../../support/sample-bundle.ts';
import { startWriter } from '../../support/writer-process.ts';

let folder: string;
let opened: TableFile[] = [];
const open = (): TableFile => {
  const one = openTableFile({ folder, log: quietLog() });
  opened.push(one);
  return one;
};
const storeOf = ({ table }: TableFile) => createStore({ table, clock: fakeClock('2026-03-02T09:00:00Z') });
const file = (): string => join(folder, TABLE_FILE);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-test-'));
});
afterEach(async () => {
  for (const one of opened) one.close();
  opened = [];
  await rm(folder, { recursive: true, force: true });
});

test('what is stored is there after closing and opening, and only this user may read the folder', async () => {
  const bundle = sampleBundle();
  folder = join(folder, 'new');
  const first = open();
  await storeOf(first).items.save(bundle);
  first.close();
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect(await storeOf(open()).items.get(bundle.item.id)).toMatchObject(bundle.item);
  folder = join(folder, '..');
});

test('of many that open a new folder at once, all write, and all see the same records', async () => {
  const all = Array.from({ length: 5 }, open);
  await Promise.all(all.map((one, n) => storeOf(one).items.save(sampleBundle({ number: n + 1 }))));
  for (const one of all) {
    expect(await storeOf(one).items.get(sampleBundle({ number: 5 }).item.id)).not.toBeNull();
  }
});

test('writers that are killed lose nothing acknowledged, and leave no wrong index row', async () => {
  const acknowledged: number[] = [];
  for (const [round, count] of [5, 12, 25].entries()) {
    const writers = [0, 1].map((n) => startWriter(folder, round * 10_000 + n * 1_000));
    for (const writer of writers) await writer.saved(count);
    for (const writer of writers) acknowledged.push(...(await writer.kill()));
  }
  const table = open();
  const dump = await dumpTable(table.table);
  expect(dump.indexes).toEqual(expectedIndexes(dump.table));
  const ids = acknowledged.map((number) => sampleBundle({ number }).item.id);
  const known = await storeOf(table).items.known(ids);
  expect(acknowledged.length).toBeGreaterThanOrEqual(84);
  expect(ids.filter((id) => known.get(id)?.revision !== 2)).toEqual([]);
  expect(table.database.get('PRAGMA integrity_check')).toEqual(['ok']);
}, 60_000);

test('upkeep moves the write-ahead log into the file, and gives room back', async () => {
  const { table, database, upkeep } = open();
  const text = 'x'.repeat(100_000);
  const records = Array.from({ length: 60 }, (_, n) => ({ pk: 'P', sk: `${n}`, text }));
  await table.batchWrite(records);
  upkeep();
  const full = (await stat(file())).size;
  expect(full).toBeGreaterThan(6_000_000);
  await table.batchWrite([], records);
  upkeep();
  expect((await stat(file())).size).toBeLessThan(full / 10);
  expect(database.get('PRAGMA integrity_check')).toEqual(['ok']);
});

describe('is refused with a clear sentence, and nothing is changed:', () => {
  const refusal = (): { code: string; message: string } => {
    try {
      openTableFile({ folder, log: quietLog() }).close();
    } catch (error) {
      return error as { code: string; message: string };
    }
    throw new Error('it was opened');
  };

  test.each(['records', 'table'])('a folder of Dateline 0.1, with its LevelDB in %s', async (name) => {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'CURRENT'), 'MANIFEST-000001\n');
    expect(refusal()).toMatchObject({ code: 'other-version', message: expect.stringContaining('Dateline 0.1') });
  });

  test('a file of a newer version', () => {
    const { database, close } = open();
    database.exec('PRAGMA user_version = 99');
    close();
    expect(refusal()).toMatchObject({ code: 'other-version', message: expect.stringContaining('version 99') });
  });

  test('a file of another program', async () => {
    const { openDatabase } = await import('../../../local/sqlite/database.ts');
    const other = openDatabase(file());
    other.exec('CREATE TABLE notes (text)');
    other.close();
    expect(refusal()).toMatchObject({ code: 'other-version', message: expect.stringContaining('no file of Dateline') });
  });

  test('a file that is no database', async () => {
    await writeFile(file(), 'notes '.repeat(2_000));
    expect(refusal()).toMatchObject({ code: 'damaged-file', message: expect.stringContaining(file()) });
  });

  test.each<[what: string, lose: () => Promise<void>]>([
    ['is missing', () => rename(file(), `${file()}.away`)],
    ['is empty', () => truncate(file())],
  ])('a file that %s, though it was there', async (what, lose) => {
    const { table, close } = open();
    await table.put({ pk: 'P', sk: 'S' });
    const log = await readFile(`${file()}-wal`);
    // As a process that was killed leaves it: no lock of it is held.
    const copy = `${folder}-copy`;
    await cp(folder, copy, { recursive: true });
    close();
    await rm(folder, { recursive: true });
    folder = copy;
    await lose();
    expect(refusal()).toMatchObject({ code: 'missing-file', message: expect.stringContaining(what) });
    expect(await readFile(`${file()}-wal`)).toEqual(log);
    await rm(join(folder, 'dateline.created'));
    expect(refusal().message).toContain('-wal');
    await rm(`${file()}-wal`);
    open();
  });

  test('a folder that is a file', async () => {
    await writeFile(join(folder, 'data'), '');
    folder = join(folder, 'data');
    expect(refusal().message).toContain('EEXIST');
    folder = join(folder, '..');
  });
});
