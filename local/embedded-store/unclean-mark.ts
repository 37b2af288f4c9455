import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = 'unclean';

/** Notes on disk that the store is open, and by which process, before anything is written to it. */
export async function setUncleanMark(folder: string, pid: number): Promise<void> {
  const file = await open(join(folder, NAME), 'w', 0o600);
  try {
    await file.writeFile(`${pid}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(folder);
}

/** The process that opened the store and has not closed it, or `null`. */
export async function readUncleanMark(folder: string): Promise<string | null> {
  try {
    return (await readFile(join(folder, NAME), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Notes that the store was closed as it should be. */
export async function removeUncleanMark(folder: string): Promise<void> {
  await rm(join(folder, NAME), { force: true });
}

/** A new file is safe only when its folder is written too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
