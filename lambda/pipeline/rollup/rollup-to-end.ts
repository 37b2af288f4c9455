import { type RollupDependencies, type RollupReport, rollup } from './rollup.ts';

/** Where another worker counts, it is asked for so long whether it has ended: it will count what came meanwhile, too. */
const LONGEST_WAIT = 60_000;
const BETWEEN_TRIES = 250;

/** Repeats the rollup in one process until all is counted; no scheduler starts further runs there. `pause` waits that many milliseconds. */
export async function rollupToEnd(
  deps: RollupDependencies & { pause(milliseconds: number): Promise<void> },
): Promise<RollupReport> {
  for (let waited = 0; ; ) {
    const report = await rollup(deps);
    if (report.outcome === 'stopped') continue;
    if (report.outcome !== 'busy' || waited >= LONGEST_WAIT) return report;
    await deps.pause(BETWEEN_TRIES);
    waited += BETWEEN_TRIES;
  }
}
