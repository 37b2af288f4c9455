import { describeError, type StoreError } from '../lambda/model/errors.ts';
import type { Clock, Log } from '../lambda/model/ports.ts';
import { createStore } from '../lambda/store/create-store.ts';
import type { Store } from '../lambda/store/store.ts';
import type { Table } from '../lambda/store/table/port.ts';
import { makeDataFolder } from './data-folder.ts';
import { openTableFile } from './sqlite/open-table-file.ts';

/** A lost write-ahead log costs what was written in so many milliseconds at most. */
const UPKEEP_EVERY = 60_000;

/** A store that has to be closed. */
export interface OpenStore {
  store: Store;
  table: Table;
  close(): Promise<void>;
}

/**
 * Opens the store in the folder, which is made where it is not there; other processes may have it open. Throws StoreError as `openTableFile` does, and the
 * error of a folder that can't be made.
 */
export async function openLocalStore(folder: string, clock: Clock, log: Log): Promise<OpenStore> {
  await makeDataFolder(folder);
  const { table, upkeep, close } = openTableFile({ folder, log });
  const timer = setInterval(() => {
    try {
      upkeep();
    } catch (error) {
      log.error('moving the write-ahead log into the file failed', describeError(error));
    }
  }, UPKEEP_EVERY);
  timer.unref();
  return {
    store: createStore({ table, clock, onDamaged: logOnce(log) }),
    table,
    async close() {
      clearInterval(timer);
      close();
    },
  };
}

/** So many damaged records are named. */
const MOST_LOGGED = 1_000;

/** Tells of each damaged record once, however often it is met. */
function logOnce(log: Log): (error: StoreError) => void {
  const logged = new Set<string>();
  return ({ message }) => {
    if (logged.size < MOST_LOGGED && !logged.has(message)) log.error(message);
    logged.add(message);
  };
}
