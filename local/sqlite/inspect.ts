import { describeError } from '../../lambda/model/errors.ts';
import type { Log } from '../../lambda/model/ports.ts';
import { checkKind } from '../../lambda/store/check-kind.ts';
import { openTableFile } from './open-table-file.ts';
import { explained } from './sqlite-error.ts';

/** What is wrong in a table. */
export interface Inspection {
  records: number;
  /** Each damaged or unreadable record with what is wrong with it. */
  damaged: string[];
  /** What SQLite finds wrong with pages and indexes. */
  structure: string[];
}

const MOST_FAULTS = 20;
const SILENT = { info: () => undefined, warn: () => undefined };

/** Reads every record of a data folder, checks its sum and its schema, and has SQLite check pages and indexes. Throws StoreError as `openTableFile` does. */
export async function inspectTable(folder: string): Promise<Inspection> {
  const damaged: string[] = [];
  const structure: string[] = [];
  const log: Log = { ...SILENT, error: (message) => void damaged.push(message) };
  const { table, database, file, close } = openTableFile({ folder, log });
  let records = 0;
  try {
    for await (const record of table.scan()) {
      records++;
      try {
        checkKind(record);
      } catch (error) {
        damaged.push(describeError(error).message);
      }
    }
    const found = explained(file, () => database.all(`PRAGMA integrity_check(${MOST_FAULTS})`));
    structure.push(...found.map(([line]) => String(line)).filter((line) => line !== 'ok'));
  } catch (error) {
    structure.push(describeError(error).message);
  } finally {
    close();
  }
  return { records: records + damaged.length, damaged, structure };
}
