import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { METRICS } from '../model/names.ts';
import type { Meter } from '../pipeline/meter.ts';

const { Count, Seconds } = MetricUnit;

/** What the functions tell CloudWatch, as lines of their logs. */
export interface MetricWriter {
  /** Writes what the meter has counted, and nothing where that is nothing. */
  write(meter: Meter): void;
}

/** Metrics of one stage; `service` names the function. */
export function createMetrics(service: string, stage: string): MetricWriter {
  const metrics = new Metrics({ namespace: METRICS.namespace, serviceName: service, defaultDimensions: { stage } });
  return {
    write({ counts, failures, lags }) {
      for (const [name, count] of Object.entries(counts)) if (count > 0) metrics.addMetric(name, Count, count);
      // Zeros too: of failures there is a sum for each batch that has polled.
      const failed = [...failures.values()].reduce((sum, count) => sum + count, 0);
      if (counts.Polled > 0) metrics.addMetric(METRICS.failed, Count, failed);
      for (const seconds of lags) metrics.addMetric(METRICS.lag, Seconds, seconds);
      if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
      for (const [reason, count] of failures) {
        const one = metrics.singleMetric();
        one.addDimension('reason', reason);
        one.addMetric(METRICS.failedByReason, Count, count);
      }
    },
  };
}
