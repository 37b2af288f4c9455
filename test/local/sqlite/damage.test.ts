import { cp, mkdtemp, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backUp } from '../../../local/sqlite/backup.ts';
import { openTableFile, TABLE_FILE } from '../../../local/sqlite/open-table-file.ts';
import { salvage } from '../../../local/sqlite/salvage.ts';
import { chance } from '../../support/chance.ts';
import { dateline, type Ended } from '../../support/cli.ts';
import { dumpTable, type TableDump } from '../../support/dump-table.ts';
import { quietLog } from '../../support/quiet-log.ts';

const SAMPLE = new URL('../../../samples/sample-feed.xml', import.meta.url).pathname;
const PAGE = 4096;
const TURNED = 64;
const log = quietLog();

let whole: string;
let original: Buffer;
let expected: TableDump;
let folder: string;

const file = (): string => join(folder, TABLE_FILE);
const run = (...words: string[]): Promise<Ended> => dateline([...words, '--data', folder]);
async function dump(of = folder): Promise<TableDump> {
  const { table, close } = openTableFile({ folder: of, log });
  const found = await dumpTable(table);
  close();
  return found;
}
const keyOf = ({ pk, sk }: Record<string, unknown>): string => `${pk} / ${sk}`;

/** A folder with the file, which has so many bytes turned there. */
async function turn(start: number): Promise<void> {
  const bytes = Buffer.from(original);
  for (let n = start; n < start + TURNED; n++) bytes.writeUInt8(bytes.readUInt8(n) ^ 0xff, n);
  await rm(folder, { recursive: true, force: true });
  await cp(whole, folder, { recursive: true });
  await writeFile(file(), bytes);
}

beforeAll(async () => {
  const made = await mkdtemp(join(tmpdir(), 'dateline-test-'));
  folder = join(made, 'made');
  whole = join(made, 'whole');
  const { code } = await run('ingest', SAMPLE, '--feed-url', 'https://samples.dateline.example/feed.xml');
  expect(code).toBe(0);
  expected = await dump();
  // A copy has no write-ahead log, and no page that is not in use.
  await cp(folder, whole, { recursive: true, filter: (name) => !name.includes(TABLE_FILE) });
  backUp({ folder, file: join(whole, TABLE_FILE), log });
  original = await readFile(join(whole, TABLE_FILE));
}, 60_000);
afterAll(() => rm(join(whole, '..'), { recursive: true }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-test-'));
  await cp(whole, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a backup has all records', async () => {
  expect(await dump()).toEqual(expected);
  expect(await run('doctor', '--deep')).toMatchObject({ stdout: expect.stringContaining('are as they were written') });
  await expect(async () => backUp({ folder, file: file(), log })).rejects.toMatchObject({ code: 'file-exists' });
});

describe('a file', () => {
  test.each<[what: string, harm: () => Promise<void>]>([
    ['that is missing', () => rename(file(), `${file()}.away`)],
    ['that is empty', () => truncate(file())],
    ['that is cut to half', () => truncate(file(), Math.floor(original.length / 2))],
    ['whose first page is turned', () => turn(40)],
  ])('%s is told by every command, and stays as it is', async (_what, harm) => {
    await harm();
    const before = await readFile(file()).catch(() => null);
    for (const words of [['statements'], ['export', 'items'], ['doctor'], ['doctor', '--deep'], ['ingest', SAMPLE]]) {
      const { code, stderr, stdout } = await run(...words);
      expect(code, words.join(' ')).toBeGreaterThan(0);
      expect(`${stderr}${stdout}`).toContain(TABLE_FILE);
    }
    expect(await readFile(file()).catch(() => null)).toEqual(before);
  });

  test('with bytes turned inside any page is told, unless nothing that is stored has changed', async () => {
    const seed = Date.now() % 1_000_000;
    const random = chance(seed);
    const silent: number[] = [];
    const pages = original.length / PAGE;
    for (let page = 1; page < pages; page += Math.ceil(pages / 60)) {
      const start = page * PAGE + Math.floor(random() * (PAGE - TURNED));
      await turn(start);
      const { code } = await run('doctor', '--deep');
      const isReported = code !== 0;
      if (!isReported) expect(await dump(), `page ${page}, byte ${start}, seed ${seed}`).toEqual(expected);
      if (!isReported) silent.push(page);
    }
    // Free pages and free space inside pages hold nothing that could be told of.
    expect(silent.length).toBeLessThan(30);
  }, 120_000);
});

describe('a damaged record', () => {
  /** Turns letters inside the JSON text of an item. */
  async function harmItem(): Promise<string> {
    const item = expected.table.find(({ pk, sk }) => String(pk).startsWith('ITEM#') && sk === 'META');
    // Keys stand there in this order in the record itself only, and not in an index.
    const key = Buffer.from(`${item?.pk}META${item?.gsi1pk}`);
    const place = original.indexOf(key);
    expect(place).toBeGreaterThan(0);
    await turn(place + key.length + 150);
    return keyOf(item ?? {});
  }

  test('names itself, and does not stop a list', async () => {
    const before = await run('items', '--limit', '0', '--ndjson');
    const key = await harmItem();
    const after = await run('items', '--limit', '0', '--ndjson');
    expect(after.stderr).toContain(`the record ${key} is damaged`);
    const [had, has] = [before, after].map(({ stdout }) => stdout.trim().split('\n'));
    expect(has?.length).toBe((had?.length ?? 0) - 1);
    expect((await run('doctor', '--deep')).stdout).toContain(key);
  });

  test('is left out by salvage, which copies all others', async () => {
    const key = await harmItem();
    const { code, stderr } = await run('salvage', join(folder, 'saved.sqlite'));
    expect(code).toBe(5);
    expect(stderr).toContain(`lost: ${key}`);
    await rename(join(folder, 'saved.sqlite'), file());
    const saved = await dump();
    expect(saved.table).toEqual(expected.table.filter((record) => keyOf(record) !== key));
  });
});

test('salvage copies what lies before, between and behind pages that can not be read', async () => {
  const pages = original.length / PAGE;
  const bytes = Buffer.from(original);
  // Leaves begin with 10 (SQLite's file format, "B-tree pages"), and those of the table hold JSON.
  const leaves = Array.from({ length: pages - 1 }, (_, n) => n + 1).filter(
    (page) => bytes[page * PAGE] === 10 && bytes.subarray(page * PAGE, (page + 1) * PAGE).includes('{"'),
  );
  for (const page of [leaves[3], leaves[10], leaves.at(-2)])
    bytes.fill(0, (page ?? 0) * PAGE, (page ?? 0) * PAGE + 100);
  await writeFile(file(), bytes);
  const { records } = salvage({ folder, file: join(folder, 'saved.sqlite') });
  expect(records).toBeLessThan(expected.table.length);
  await rename(join(folder, 'saved.sqlite'), file());
  const saved = await dump();
  expect(saved.table).toHaveLength(records);
  const all = new Set(expected.table.map((record) => JSON.stringify(record)));
  for (const record of saved.table) expect(all).toContain(JSON.stringify(record));
  expect(expected.table.length - records).toBeLessThan(120);
});

test.each<[what: string, harm: (log: Buffer) => Buffer | null]>([
  ['lost', () => null],
  ['cut', (bytes) => bytes.subarray(0, bytes.length / 3)],
  [
    'damaged',
    (bytes) => {
      const start = Math.floor(bytes.length / 3);
      bytes.fill(0x55, start, start + TURNED);
      return bytes;
    },
  ],
])('a write-ahead log that is %s costs only what came after the last upkeep', async (_what, harm) => {
  const { table, upkeep, close } = openTableFile({ folder, log });
  const records = (name: string) =>
    Array.from({ length: 50 }, (_, n) => ({ pk: name, sk: `${n}`, text: 'x'.repeat(2_000) }));
  await table.batchWrite(records('HOST#before'));
  upkeep();
  for (const record of records('HOST#after')) await table.put(record);
  const left = await mkdtemp(join(tmpdir(), 'dateline-test-'));
  await cp(file(), join(left, TABLE_FILE));
  const kept = harm(await readFile(`${file()}-wal`));
  if (kept) await writeFile(join(left, `${TABLE_FILE}-wal`), kept);
  close();
  const found = await dump(left);
  const count = (name: string): number => found.table.filter(({ pk }) => pk === name).length;
  expect(count('HOST#before')).toBe(50);
  expect(count('HOST#after')).toBeLessThan(50);
  expect(found.table.length - count('HOST#before') - count('HOST#after')).toBe(expected.table.length);
  await rm(left, { recursive: true });
});
