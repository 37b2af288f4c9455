import { access, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** Files of a store of Dateline 0.1, which kept its records in LevelDB: this version refuses it. */
export const FORMER_STORE_FILES = [join('records', 'CURRENT'), join('table', 'CURRENT')];
/** A folder with any of these files holds a store, even if the main file is lost or version 0.1 wrote it. */
const STORE_FILES = ['dateline.sqlite', 'dateline.sqlite-wal', 'dateline.created', ...FORMER_STORE_FILES];

/** Whether the folder holds a store; throws the error of the file system where it may not be looked at. */
export async function hasStore(folder: string): Promise<boolean> {
  const there = await Promise.all(STORE_FILES.map((name) => exists(join(folder, name))));
  return there.includes(true);
}

/** Whether there is such a folder. */
export function hasFolder(folder: string): Promise<boolean> {
  return exists(folder);
}

/** Creates the folder and its parents with mode 0700; throws the file system's error if that fails. */
export async function makeDataFolder(folder: string): Promise<void> {
  const path = resolve(folder);
  if (await exists(path)) return;
  // Not by `recursive`, which never ends where a folder is there and takes no other one, as /proc.
  if (dirname(path) !== path) await makeDataFolder(dirname(path));
  await mkdir(path, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
