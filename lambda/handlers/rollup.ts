import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { METRICS } from '../model/names.ts';
import { type RollupReport, rollup } from '../pipeline/rollup/rollup.ts';
import { systemClock } from './clients.ts';
import { createCloudStore } from './cloud-store.ts';
import { createLog } from './log.ts';
import { readSettings } from './settings.ts';

const { table, stage } = readSettings(['table', 'stage'], process.env);
const log = createLog('rollup');
const deps = { store: createCloudStore(table, log), clock: systemClock, log, onlyWhenDue: true };
const metrics = new Metrics({
  namespace: METRICS.namespace,
  serviceName: 'rollup',
  defaultDimensions: { stage },
});

/** Run by the schedule every 10 minutes: counts anew the days that changed, once an hour, and goes on where a run has stopped. */
export async function handler(): Promise<RollupReport> {
  const report = await rollup(deps);
  if (report.outcome === 'finished') {
    metrics.addMetric(METRICS.rollupFinished, MetricUnit.Count, 1);
    metrics.publishStoredMetrics();
  }
  return report;
}
