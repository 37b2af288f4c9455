import { join } from 'node:path';
import { create } from 'dynalite/db/index.js';
import { StoreError } from '../../lambda/model/errors.ts';

/** Held by the one process that owns the folder; the operating system lets go of it when that dies, however it dies. */
export interface OwnerLock {
  release(): Promise<void>;
}

/** Becomes the folder's owner, or answers `null` where another process is; StoreError `unavailable` where it can't be used. */
export async function takeOwnerLock(folder: string): Promise<OwnerLock | null> {
  // Node has no file locks, but LevelDB has: an empty database serves as one. That of the records
  // cannot, for it is closed and opened again while its owner rebuilds the indexes.
  const { db } = create({ path: join(folder, 'lock') });
  try {
    await db.open();
  } catch (error) {
    const { cause } = error as Error;
    if (codeOf(cause) === 'LEVEL_LOCKED') return null;
    const reason = cause instanceof Error ? cause.message : String(error);
    throw new StoreError('unavailable', `the store in ${folder} cannot be opened: ${reason}`, error);
  }
  return { release: () => db.close() };
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
