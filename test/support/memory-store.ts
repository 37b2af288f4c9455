import { createStore } from '../../lambda/store/create-store.ts';
import type { Store } from '../../lambda/store/store.ts';
import type { Table } from '../../lambda/store/table/port.ts';
import { openDatabase } from '../../local/sqlite/database.ts';
import { createSchema } from '../../local/sqlite/schema.ts';
import { sqliteTable } from '../../local/sqlite/sqlite-table.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';

/** A real store in memory. */
export interface MemoryStore {
  store: Store;
  clock: FakeClock;
  table: Table;
  close(): Promise<void>;
}

/** An empty table of SQLite in memory; a record that is damaged is an error. */
export function openMemoryTable(): { table: Table; close(): void } {
  const database = openDatabase(':memory:');
  createSchema(database);
  const onDamage = (error: Error): never => {
    throw error;
  };
  return { table: sqliteTable({ database, file: 'memory', onDamage }), close: database.close };
}

/** Opens an empty store whose clock stands at `now`; close it when the test is over. */
export async function openMemoryStore(now = '2026-03-02T09:00:00Z'): Promise<MemoryStore> {
  const { table, close } = openMemoryTable();
  const clock = fakeClock(now);
  const store = createStore({ table, clock, delay: () => Promise.resolve() });
  return { store, clock, table, close: async () => close() };
}
