import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = 'owner';

/** Notes on disk which process has the store open, for those that have to wait for it. */
export async function noteOwner(folder: string, pid: number): Promise<void> {
  await writeFile(join(folder, NAME), `${pid}\n`, { mode: 0o600 });
}

/** The process that was noted last, or `null` where it has closed the store. */
export async function readOwner(folder: string): Promise<string | null> {
  try {
    return (await readFile(join(folder, NAME), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Notes that the store was closed. */
export async function removeOwnerNote(folder: string): Promise<void> {
  await rm(join(folder, NAME), { force: true });
}
