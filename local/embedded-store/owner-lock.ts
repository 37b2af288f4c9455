import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { StoreError } from '../../lambda/model/errors.ts';

/** Held by the one process that owns the folder; the operating system lets go of it when that dies, however it dies. */
export interface OwnerLock {
  release(): Promise<void>;
}

/** Becomes the folder's owner, or answers `null` where another process is; StoreError `unavailable` where it can't be used. */
export async function takeOwnerLock(folder: string): Promise<OwnerLock | null> {
  // Node has no file locks, but LevelDB has: an empty database serves as one. That of the records
  // cannot, for its owner closes it and opens it again when a write has failed.
  const level = new ClassicLevel(join(folder, 'lock'));
  try {
    await level.open();
  } catch (error) {
    const { cause } = error as Error;
    if (codeOf(cause) === 'LEVEL_LOCKED') return null;
    const reason = cause instanceof Error ? cause.message : String(error);
    throw new StoreError('unavailable', `the store in ${folder} cannot be opened: ${reason}`, error);
  }
  return { release: () => level.close() };
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
