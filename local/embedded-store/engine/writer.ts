import { setImmediate } from 'node:timers/promises';
import type { ClassicLevel } from 'classic-level';
import type { Attributes, Key } from '../../../lambda/store/table/port.ts';
import { checkRecord } from './check-record.ts';
import { recordOf, textOf } from './record-text.ts';
import { indexRows, recordRow } from './row-keys.ts';

/** One change of one record. */
export interface Write {
  key: Key;
  /** What the record becomes, from what it is; `null` for none. May throw, and nothing of it is then written. */
  become(before: Attributes | null): Attributes | null;
}

/** Writes records with their index rows. */
export interface Writer {
  /** All of them or none, also where the process or the machine dies; in order with all other writes. Answers the records as they were before. */
  write(writes: Write[]): Promise<(Attributes | null)[]>;
  /** Finishes what was asked for, and closes the database; what is asked for later fails. */
  close(): Promise<void>;
}

interface Job {
  writes: Write[];
  done(before: (Attributes | null)[]): void;
  failed(error: unknown): void;
}

/** So many records are written at once at most, or one job, however many it has. */
const MOST_TOGETHER = 500;

type Level = ClassicLevel<string, string>;
type Operation = { type: 'put'; key: string; value: string } | { type: 'del'; key: string };

/** The one writer of a database: what is asked for while a batch is written goes into the next one. */
export function createWriter(level: Level): Writer {
  const waiting: Job[] = [];
  let running: Promise<void> = Promise.resolve();
  let isRunning = false;
  /** A write has failed, and the database could not be opened anew yet. */
  let isTorn = false;
  let isClosed = false;

  const takeSome = (): Job[] => {
    let count = 0;
    const end = waiting.findIndex(({ writes }) => {
      count += writes.length;
      return count > MOST_TOGETHER;
    });
    return waiting.splice(0, end === -1 ? waiting.length : Math.max(1, end));
  };

  const run = async (): Promise<void> => {
    isRunning = true;
    // What is asked for at the same time is written at the same time.
    await setImmediate();
    while (waiting.length > 0) {
      const jobs = takeSome();
      if (isTorn) isTorn = !(await isOpenedAnew(level));
      try {
        await writeTogether(level, jobs);
      } catch (error) {
        isTorn = !(await isOpenedAnew(level));
        for (const job of jobs) job.failed(error);
      }
    }
    isRunning = false;
  };

  return {
    write: (writes) =>
      new Promise((done, failed) => {
        if (isClosed) {
          failed(new Error('the database is closed'));
          return;
        }
        waiting.push({ writes, done, failed });
        if (!isRunning) running = run();
      }),
    async close() {
      isClosed = true;
      await running;
      await level.close();
    },
  };
}

/**
 * After a write that has failed in the middle, as on a full disk, LevelDB would write on behind the torn end of its log, and lose at the next start
 * what was acknowledged since; opened anew, it reads the log up to there and begins another.
 */
async function isOpenedAnew(level: Level): Promise<boolean> {
  try {
    await level.close();
    await level.open();
    return true;
  } catch {
    return false;
  }
}

/** What a record is in the course of one batch. */
interface State {
  /** As LevelDB has it. */
  stored: string | undefined;
  now: Attributes | null;
  text: string | null;
}

async function writeTogether(level: Level, jobs: Job[]): Promise<void> {
  const states = new Map<string, State>();
  const stateOf = (row: string): State => {
    const known = states.get(row);
    if (known) return known;
    const stored = level.getSync(row);
    const state = { stored, now: stored === undefined ? null : recordOf(stored), text: stored ?? null };
    states.set(row, state);
    return state;
  };
  const done: (() => void)[] = [];
  const failed: (() => void)[] = [];
  for (const job of jobs) {
    try {
      const before = apply(job.writes, stateOf);
      done.push(() => job.done(before));
    } catch (error) {
      failed.push(() => job.failed(error));
    }
  }
  const operations = [...states].flatMap(([row, state]) => operationsOf(row, state));
  if (operations.length > 0) await level.batch(operations);
  for (const tell of [...failed, ...done]) tell();
}

/** Makes the job's changes to the states; where one throws, none of them is made. */
function apply(writes: Write[], stateOf: (row: string) => State): (Attributes | null)[] {
  const after = writes.map(({ key, become }) => {
    const state = stateOf(recordRow(key));
    const now = become(state.now);
    const text = now === null ? null : textOf(now);
    if (now !== null && text !== null) checkRecord(now, text);
    return { state, before: state.now, now, text };
  });
  for (const { state, now, text } of after) {
    state.now = now;
    state.text = text;
  }
  return after.map(({ before }) => before);
}

function operationsOf(row: string, { stored, now, text }: State): Operation[] {
  if (text === (stored ?? null)) return [];
  const before = stored === undefined ? [] : indexRows(recordOf(stored));
  const after = new Set(now === null ? [] : indexRows(now));
  const had = new Set(before);
  return [
    text === null ? { type: 'del', key: row } : { type: 'put', key: row, value: text },
    ...before.filter((key) => !after.has(key)).map((key): Operation => ({ type: 'del', key })),
    ...[...after].filter((key) => !had.has(key)).map((key): Operation => ({ type: 'put', key, value: '' })),
  ];
}
