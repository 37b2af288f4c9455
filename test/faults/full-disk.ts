import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import { openTableFile } from '../../local/sqlite/open-table-file.ts';
import { dumpTable, expectedIndexes } from '../support/dump-table.ts';

const run = promisify(execFile);
const QUIET = { info: () => {}, warn: () => {}, error: () => {} };
const RECORDS = 9_000;

/** Writes onto a disk of 4 MB (a tmpfs, which takes root to mount; `null` without) until it is full, gives it room, and writes on. */
export async function fillDisk({ say }: { say: (line: string) => void }): Promise<string[] | null> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder]);
  } catch {
    await rm(folder, { recursive: true });
    return null;
  }
  try {
    let embedded = openTableFile({ folder, log: QUIET });
    const acknowledged: number[] = [];
    let refused = 0;
    for (let number = 0; number < RECORDS; number++) {
      const letters = Array.from({ length: 120 }, (_, n) =>
        ((number * 7919 + n * 104_729) % 999_983).toString(36),
      ).join('');
      const record = { pk: `ITEM#${number % 50}`, sk: `${number}`, gsi1pk: 'ALL', gsi1sk: `${number}`, letters };
      try {
        await embedded.table.put(record);
        acknowledged.push(number);
      } catch {
        refused++;
        if (refused === 20) await run('mount', ['-o', 'remount,size=64m', folder]);
      }
    }
    const before = await dumpTable(embedded.table);
    await embedded.close();
    embedded = openTableFile({ folder, log: QUIET });
    const after = await dumpTable(embedded.table);
    await embedded.close();
    say(`a full disk refused ${refused} of ${RECORDS} writes`);
    const there = new Set(after.table.map(({ sk }) => sk));
    return [
      ...(refused === 0 ? ['the disk was never full'] : []),
      ...(acknowledged.some((number) => !there.has(`${number}`)) ? ['what was acknowledged is lost'] : []),
      ...(there.size > acknowledged.length + refused ? ['there is more than was written'] : []),
      ...(isDeepStrictEqual(before.table, after.table) ? [] : ['the next start sees something else']),
      ...(isDeepStrictEqual(after.indexes, expectedIndexes(after.table))
        ? []
        : ['the indexes are not those of the records']),
    ];
  } finally {
    await run('umount', ['-l', folder]);
    await rm(folder, { recursive: true });
  }
}
