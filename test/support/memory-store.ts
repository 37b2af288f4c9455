import type { Store } from '../../lambda/store/store.ts';
import type { Table } from '../../lambda/store/table/port.ts';
import { openDynaliteStore } from './dynalite-store.ts';
import type { FakeClock } from './fake-clock.ts';

/** A real store in memory. */
export interface MemoryStore {
  store: Store;
  clock: FakeClock;
  table: Table;
  close(): Promise<void>;
}

/** Opens an empty store whose clock stands at `now`; close it when the test is over. */
export async function openMemoryStore(now = '2026-03-02T09:00:00Z'): Promise<MemoryStore> {
  return openDynaliteStore(now);
}
