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
    write({ counts, lags }) {
      // Of failures zeros too: there is a sum for each batch that has polled.
      const { PollsFailed, ...others } = counts;
      if (counts.Polled > 0) metrics.addMetric(METRICS.failed, Count, PollsFailed);
      for (const [name, count] of Object.entries(others)) if (count > 0) metrics.addMetric(name, Count, count);
      for (const seconds of lags) metrics.addMetric(METRICS.lag, Seconds, seconds);
      if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
    },
  };
}
