import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StoreError } from '../../lambda/model/errors.ts';
import type { Log } from '../../lambda/model/ports.ts';
import type { Table } from '../../lambda/store/table/port.ts';
import { FORMER_STORE_FILES } from '../data-folder.ts';
import { type Database, openDatabase } from './database.ts';
import { createSchema, isFilled, SCHEMA_VERSION, versionOf } from './schema.ts';
import { explained } from './sqlite-error.ts';
import { sqliteTable } from './sqlite-table.ts';

/** The file of records in a data folder. */
export const TABLE_FILE = 'dateline.sqlite';
const MARKER_FILE = 'dateline.created';
const MARKER = `${TABLE_FILE} belongs beside this file, and holds everything. Where it is missing, restore a backup under its name, or delete this file to begin anew.\n`;

const BUSY_MILLISECONDS = 10_000;
/** Pages that are given back to the disk at once at most, so that nobody waits. */
const VACUUMED_PAGES = 2_000;
const SETTINGS = [
  // Must come before there are tables; later it changes nothing.
  'PRAGMA auto_vacuum = INCREMENTAL',
  'PRAGMA journal_mode = WAL',
  // A power cut costs at most what came after the last checkpoint, and never the file.
  'PRAGMA synchronous = NORMAL',
  'PRAGMA journal_size_limit = 16777216',
];

/** The table of a data folder, on this process's own connection. */
export interface TableFile {
  table: Table;
  database: Database;
  file: string;
  /** Moves what was written from the write-ahead log into the file, and gives free pages back; to be called every minute. */
  upkeep(): void;
  /** Closes the connection; what is called later fails. */
  close(): void;
}

/**
 * Opens the file of the folder, and makes both where there is nothing yet; other processes may have it open. Throws StoreError: `missing-file` where there
 * was one before, `other-version`, `damaged-file`, `unavailable`.
 */
export function openTableFile(options: { folder: string; log: Log }): TableFile {
  const folder = resolve(options.folder);
  const file = join(folder, TABLE_FILE);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  refuseFormer(folder);
  refuseMissing(folder, file);
  const database = explained(file, () => openDatabase(file));
  try {
    explained(file, () => prepare(database, file));
  } catch (error) {
    database.close();
    throw error;
  }
  const marker = join(folder, MARKER_FILE);
  if (!existsSync(marker)) writeFileSync(marker, MARKER);

  const logged = new Set<string>();
  const onDamage = ({ message }: Error): void => {
    if (logged.size < 1_000 && !logged.has(message)) options.log.error(message, { file });
    logged.add(message);
  };
  const upkeep = (): void =>
    explained(file, () => {
      const [free] = database.get('PRAGMA freelist_count') ?? [];
      if (Number(free) > 0) database.exec(`PRAGMA incremental_vacuum(${VACUUMED_PAGES})`);
      database.all('PRAGMA wal_checkpoint(PASSIVE)');
    });
  return {
    table: sqliteTable({ database, file, onDamage }),
    database,
    file,
    upkeep,
    close() {
      // A disk that is full, or another writer, must not keep a process from ending.
      try {
        database.all('PRAGMA wal_checkpoint(PASSIVE)');
      } catch {}
      database.close();
    },
  };
}

function refuseFormer(folder: string): void {
  const former = FORMER_STORE_FILES.find((name) => existsSync(join(folder, name)));
  if (former === undefined) return;
  const message = `the folder ${dirname(join(folder, former))} was made by Dateline 0.1, whose records this version can't read: choose another data folder, and poll or ingest again`;
  throw new StoreError('other-version', message);
}

/** SQLite would begin a new file, and throw the write-ahead log of the old one away. */
function refuseMissing(folder: string, file: string): void {
  const isThere = existsSync(file) && statSync(file).size > 0;
  const log = `${file}-wal`;
  const sign = [join(folder, MARKER_FILE), log].find((name) => existsSync(name) && statSync(name).size > 0);
  if (isThere || sign === undefined) return;
  const state = existsSync(file) ? 'is empty' : 'is missing';
  const message = `${file} ${state}, though ${sign} says that it was there: restore a backup under that name, or delete ${sign} to begin anew`;
  throw new StoreError('missing-file', message);
}

function prepare(database: Database, file: string): void {
  database.exec(`PRAGMA busy_timeout = ${BUSY_MILLISECONDS}`);
  const version = versionOf(database);
  if (version > SCHEMA_VERSION) {
    const message = `${file} has version ${version} of the schema, and this Dateline reads up to ${SCHEMA_VERSION}: use a newer one`;
    throw new StoreError('other-version', message);
  }
  for (const setting of SETTINGS) database.exec(setting);
  if (version === 0) createSchema(database);
  if (versionOf(database) !== SCHEMA_VERSION || !isFilled(database)) {
    throw new StoreError('other-version', `${file} is no file of Dateline`);
  }
}
