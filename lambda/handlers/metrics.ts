import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { METRICS } from '../model/names.ts';
import type { BatchMetrics } from '../pipeline/batch-metrics.ts';

const { Count, Seconds } = MetricUnit;

/** What the functions tell CloudWatch, as lines of their logs. */
export interface MetricWriter {
  /** Writes what a batch has brought, and nothing where that is nothing. */
  write(batch: BatchMetrics): void;
}

/** Metrics of one stage; `service` names the function. */
export function createMetrics(service: string, stage: string): MetricWriter {
  const metrics = new Metrics({ namespace: METRICS.namespace, serviceName: service, defaultDimensions: { stage } });
  return {
    write({ pollFailed, itemChanged, withoutSpeaker, lags }) {
      // CloudWatch takes a hundred values of a metric in one line: the library begins another line for those beyond.
      for (const isSo of pollFailed) metrics.addMetric(METRICS.pollFailed, Count, Number(isSo));
      for (const isSo of itemChanged) metrics.addMetric(METRICS.itemChanged, Count, Number(isSo));
      for (const isSo of withoutSpeaker) metrics.addMetric(METRICS.withoutSpeaker, Count, Number(isSo));
      for (const seconds of lags) metrics.addMetric(METRICS.lag, Seconds, seconds);
      if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
    },
  };
}
