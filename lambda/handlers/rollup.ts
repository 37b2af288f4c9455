import { type RollupReport, rollup } from '../pipeline/rollup.ts';
import { systemClock } from './clients.ts';
import { createCloudStore } from './cloud-store.ts';
import { createLog } from './log.ts';
import { readSettings } from './settings.ts';

const { table } = readSettings(['table'], process.env);
const log = createLog('rollup');
const deps = { store: createCloudStore(table, log), clock: systemClock, log };

/** Run by the schedule every hour: counts anew the days that changed. */
export async function handler(): Promise<RollupReport> {
  return rollup(deps);
}
