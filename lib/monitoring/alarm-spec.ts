import { ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';

/** What needs a person. */
export interface AlarmSpec {
  /** Its section in docs/runbook.md, in the manner of its anchor. */
  section: string;
  /** What is the matter, in a sentence without its stop. */
  what: string;
  metric: IMetric;
  /** Above it, or with `below` under it, something is wrong. */
  threshold: number;
  below?: true;
  /** So many periods in a row; one by itself. */
  periods?: number;
  /** Whether silence is a sign of trouble; by itself it is none. */
  silenceIsBad?: true;
  /** Whether a percentile of too few values says nothing: of the half, of fewer than twenty. */
  ignoreFew?: true;
}

/** How CloudWatch has to look at it. */
export function comparison({ below, silenceIsBad, ignoreFew, threshold, periods = 1 }: AlarmSpec) {
  return {
    threshold,
    evaluationPeriods: periods,
    comparisonOperator: below ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_THRESHOLD,
    treatMissingData: silenceIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    ...(ignoreFew ? { evaluateLowSampleCountPercentile: 'ignore' } : {}),
  };
}
