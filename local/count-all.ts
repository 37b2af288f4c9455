import { setTimeout as pause } from 'node:timers/promises';
import type { Clock, Log } from '../lambda/model/ports.ts';
import type { RollupReport } from '../lambda/pipeline/rollup/rollup.ts';
import { rollupToEnd } from '../lambda/pipeline/rollup/rollup-to-end.ts';
import type { Store } from '../lambda/store/store.ts';

/** Short, because a killed process does not release its lease and the next process waits until it expires. A running process renews it. */
const LEASE_MILLISECONDS = 30_000;

/** Counts all that has come, and indexes its words. */
export function countAll(deps: { store: Store; clock: Clock; log: Log }): Promise<RollupReport> {
  const lease = { owner: `process ${process.pid}`, milliseconds: LEASE_MILLISECONDS };
  return rollupToEnd({ ...deps, lease, pause: (milliseconds) => pause(milliseconds) });
}
