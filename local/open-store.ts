import type { Clock, Log } from '../lambda/model/ports.ts';
import { createStore } from '../lambda/store/create-store.ts';
import type { Store } from '../lambda/store/store.ts';
import { makeDataFolder } from './data-folder.ts';
import { openEmbeddedStore } from './embedded-store/open-embedded-store.ts';

/** A store that has to be closed. */
export interface OpenStore {
  store: Store;
  close(): Promise<void>;
}

/** Opens the store in the folder, which is made where it is not there, beside a process that has it open or alone. Throws StoreError `unavailable`, and the error of a folder that can't be made. */
export async function openLocalStore(folder: string, clock: Clock, log: Log): Promise<OpenStore> {
  await makeDataFolder(folder);
  const embedded = await openEmbeddedStore({ folder, log });
  return { store: createStore({ ...embedded, clock }), close: () => embedded.close() };
}
