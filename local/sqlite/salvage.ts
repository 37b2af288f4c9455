import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NotFoundError } from '../../lambda/model/errors.ts';
import { INDEX_NAMES } from '../../lambda/model/names.ts';
import type { Attributes, Key } from '../../lambda/store/table/port.ts';
import { type Copy, writeNewFile } from './backup.ts';
import { type Cell, type Database, openDatabase } from './database.ts';
import { TABLE_FILE } from './open-table-file.ts';
import { readableRows } from './readable-rows.ts';
import { KEYS, keysOf, PUT, recordOf, rowOf, WHOLE } from './rows.ts';
import { createSchema } from './schema.ts';
import { explained } from './sqlite-error.ts';

const ROWS_A_COMMIT = 1_000;

/** What a salvage has brought. */
export interface Salvage extends Copy {
  /** Keys of records that are known of, and could not be read, as `pk / sk`. */
  lost: string[];
}

/**
 * Copies every record that can be read, and is what was written, out of a damaged table into a new file. The damaged one is opened for reading only. Throws
 * InputError `file-exists`, NotFoundError `no-store`, and StoreError `damaged-file` where nothing can be read at all.
 */
export function salvage(options: { folder: string; file: string }): Salvage {
  const source = join(resolve(options.folder), TABLE_FILE);
  if (!existsSync(source)) throw new NotFoundError('no-store', `there is no file ${source}`);
  const lost = new Set<string>();
  const copy = writeNewFile(options.file, (part) => {
    const from = explained(source, () => openDatabase(source, { readonly: true }));
    const to = openDatabase(part);
    try {
      explained(source, () => from.get('SELECT count(*) FROM sqlite_master'));
      to.exec('PRAGMA auto_vacuum = INCREMENTAL');
      createSchema(to);
      return copyRows(from, to, lost);
    } finally {
      from.close();
      to.close();
    }
  });
  return { ...copy, lost: [...lost] };
}

function copyRows(from: Database, to: Database, lost: Set<string>): number {
  let waiting: Cell[][] = [];
  const flush = (): void => {
    to.transaction(() => {
      for (const row of waiting) to.run(PUT, ...row);
    });
    waiting = [];
  };
  const take = (row: Cell[]): void => {
    try {
      waiting.push(rowOf(recordOf(row)));
    } catch {
      const { pk, sk } = keysOf(row);
      lost.add(`${pk} / ${sk}`);
    }
    if (waiting.length >= ROWS_A_COMMIT) flush();
  };
  for (const row of readableRows(from)) take(row);
  flush();
  for (const { pk, sk } of keysOfIndexes(from)) {
    if (to.get('SELECT 1 FROM records WHERE pk = ? AND sk = ?', pk, sk)) continue;
    const row = readOne(from, pk, sk);
    if (row) take(row);
    else lost.add(`${pk} / ${sk}`);
  }
  flush();
  return Number(to.get('SELECT count(*) FROM records')?.[0]);
}

/** Keys that an index knows: it lies in other pages than the records. */
function* keysOfIndexes(database: Database): Generator<Key> {
  for (const index of INDEX_NAMES) {
    let last: Attributes | undefined = { [`${index}pk`]: '', [`${index}sk`]: '', pk: '', sk: '' };
    while (last) {
      const behind = [`${index}pk`, `${index}sk`, 'pk', 'sk'].map((name) => last?.[name] as Cell);
      const sql = `SELECT ${KEYS} FROM records INDEXED BY ${index}
        WHERE ${index}pk >= ? AND ${index}sk IS NOT NULL AND (${index}pk, ${index}sk, pk, sk) > (?, ?, ?, ?)
        ORDER BY ${index}pk, ${index}sk, pk, sk LIMIT 500`;
      const rows = attempt(() => database.all(sql, behind[0] ?? '', ...behind)) ?? [];
      for (const row of rows) yield keysOf(row);
      last = rows.length > 0 ? keysOf(rows.at(-1) ?? []) : undefined;
    }
  }
}

function readOne(database: Database, pk: string, sk: string): Cell[] | undefined {
  return attempt(() => database.get(`SELECT ${WHOLE} FROM records WHERE pk = ? AND sk = ?`, pk, sk));
}

/** The answer, or nothing where SQLite finds damage. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
