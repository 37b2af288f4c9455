import type { Log } from '../model/ports.ts';
import { createStore } from '../store/create-store.ts';
import type { Store } from '../store/store.ts';
import { cloudTable } from './clients.ts';

/** The store on DynamoDB. */
export function createCloudStore(table: string, log: Pick<Log, 'warn'>): Store {
  return createStore(cloudTable(table, log));
}
