import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { InputError, NotFoundError } from '../../lambda/model/errors.ts';
import type { Log } from '../../lambda/model/ports.ts';
import { openTableFile, TABLE_FILE } from './open-table-file.ts';
import { explained } from './sqlite-error.ts';

/** What a copy holds. */
export interface Copy {
  records: number;
  bytes: number;
}

/**
 * Copies the table of a data folder, as it is at this moment, into a new file; other processes go on reading and writing. The file has its name only when it
 * is whole. Throws InputError `file-exists`, NotFoundError `no-store`, and StoreError as `openTableFile` does.
 */
export function backUp(options: { folder: string; file: string; log: Log }): Copy {
  const source = join(resolve(options.folder), TABLE_FILE);
  if (!existsSync(source)) throw new NotFoundError('no-store', `there is no store in ${options.folder}`);
  return writeNewFile(options.file, (part) => {
    const { database, close } = openTableFile(options);
    try {
      explained(source, () => database.run('VACUUM INTO ?', part));
      return Number(database.get('SELECT count(*) FROM records')?.[0]);
    } finally {
      close();
    }
  });
}

/** Writes a file under a temporary name and renames it when it is complete; `write` answers the number of records. Throws InputError `file-exists`. */
export function writeNewFile(file: string, write: (part: string) => number): Copy {
  if (existsSync(file)) throw new InputError('file-exists', `${file} is there already: choose another name`);
  const part = `${file}.part`;
  rmSync(part, { force: true });
  try {
    const records = write(part);
    renameSync(part, file);
    return { records, bytes: statSync(file).size };
  } finally {
    for (const rest of ['', '-wal', '-shm']) rmSync(`${part}${rest}`, { force: true });
  }
}
