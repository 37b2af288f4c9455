import type { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { METRICS } from '../../lambda/model/names.ts';

/** Metrics that the functions of one stage write themselves. */
export class StageMetrics {
  private readonly stage: string;

  constructor(stage: string) {
    this.stage = stage;
  }

  /** The sum of a metric, or another statistic of it, over each period. */
  of(
    name: string,
    period: Duration,
    { service = 'ingest', ...more }: { statistic?: string; label?: string; service?: string } = {},
  ): Metric {
    const dimensionsMap = { service, stage: this.stage };
    return new Metric({
      namespace: METRICS.namespace,
      metricName: name,
      dimensionsMap,
      statistic: 'Sum',
      period,
      ...more,
    });
  }
}

/** A metric of arithmetic, with what is missing counted as nothing. */
export function arithmetic(
  expression: string,
  usingMetrics: Record<string, IMetric>,
  period: Duration,
  label: string,
): MathExpression {
  return new MathExpression({ expression, usingMetrics, period, label });
}
