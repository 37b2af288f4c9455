import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { notifyWith } from '../api/searches/notify-with.ts';
import { createPoster } from '../fetch/create-poster.ts';
import { METRICS } from '../model/names.ts';
import { type NotifyReport, notify } from '../pipeline/notify/notify.ts';
import { systemClock } from './clients.ts';
import { createCloudStore } from './cloud-store.ts';
import { createLog } from './log.ts';
import { readSettings } from './settings.ts';

const settings = readSettings(['table', 'stage', 'contact', 'allowHosts'], process.env);
const log = createLog('notify');
const store = createCloudStore(settings.table, log);
const poster = createPoster(settings, systemClock);
const deps = { store, clock: systemClock, log, poster, ...notifyWith(store, systemClock) };
const metrics = new Metrics({
  namespace: METRICS.namespace,
  serviceName: 'notify',
  defaultDimensions: { stage: settings.stage },
});

/** Run by the schedule every minute: tells people what their searches find. */
export async function handler(): Promise<NotifyReport> {
  const report = await notify(deps);
  if (report.outcome === 'finished' || report.outcome === 'stopped') {
    metrics.addMetric(METRICS.channelPaused, MetricUnit.Count, report.pausedChannels);
    metrics.publishStoredMetrics();
  }
  return report;
}
