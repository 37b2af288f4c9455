import type { Store } from '../../lambda/store/store.ts';
import { Cloud, type Outputs } from '../../test/deploy/cloud.ts';
import { findPython, startEmulator } from '../../test/deploy/emulator.ts';
import { stopAll } from '../../test/deploy/processes.ts';
import { workingFolder } from '../../test/deploy/working-folder.ts';
import { openEmulatedStore } from './emulated-store.ts';

/** The stack on an emulator of its own, with nothing in its table but a key. */
export interface Deployment {
  cloud: Cloud;
  outputs: Outputs;
  store: Store;
  /** Key of the API. */
  key: string;
  folder: string;
  /** Ends the emulator. */
  close(): void;
}

/** Starts an emulator that is ended with this process at the latest, and deploys the stack to it. */
export async function deployStack(say: (text: string) => void): Promise<Deployment> {
  const folder = await workingFolder();
  const python = await findPython(say);
  const emulator = await startEmulator(python, folder);
  const cloud = new Cloud(emulator, python, folder);
  say('cdk bootstrap');
  await cloud.bootstrap();
  say('cdk deploy');
  const outputs = await cloud.deploy({ retentionDays: '30', allowHosts: '127.0.0.0/8' });
  await cloud.allowBatches();
  const created = await cloud.operate(['keys', 'create', 'bench', '--json', '--table', outputs.TableName]);
  const { key } = JSON.parse(created) as { key: string };
  const { store, close } = await openEmulatedStore(emulator, outputs.TableName);
  return {
    ...{ cloud, outputs, store, key, folder },
    close() {
      close();
      // What still ran would keep this process alive.
      stopAll();
    },
  };
}
