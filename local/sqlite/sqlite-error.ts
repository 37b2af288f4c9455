import { DatelineError, StoreError } from '../../lambda/model/errors.ts';

const DAMAGED = ['SQLITE_CORRUPT', 'SQLITE_NOTADB'];

/** What SQLite's codes mean for whoever asked. */
const REASONS: [start: string, reason: string][] = [
  ['SQLITE_FULL', 'the disk is full; nothing of this write is stored'],
  ['SQLITE_BUSY', 'another process has been writing for too long'],
  ['SQLITE_LOCKED', 'another process has been writing for too long'],
  ['SQLITE_READONLY', 'it may not be written to'],
  ['SQLITE_CANTOPEN', 'it cannot be opened'],
];

/** Does the work; errors of SQLite are thrown as StoreError: `damaged-file`, or `unavailable` with the reason. */
export function explained<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explanation(file, error);
  }
}

/** The error as one of ours. */
export function explanation(file: string, error: unknown): DatelineError {
  if (error instanceof DatelineError) return error;
  const { code = '', message } = error as Error & { code?: string };
  if (DAMAGED.some((start) => code.startsWith(start))) {
    const advice = 'restore a backup, or copy what can be read with `dateline salvage FILE`';
    return new StoreError('damaged-file', `${file} is damaged (${message}): ${advice}`, error);
  }
  const reason = REASONS.find(([start]) => code.startsWith(start))?.[1] ?? message;
  return new StoreError('unavailable', `${file} can't be used: ${reason}`, error);
}
