/** An alarm as the template has it. */
export interface AlarmProperties {
  Metrics?: { Id: string; Expression?: string; ReturnData?: boolean; MetricStat?: unknown }[];
  Threshold: number;
  EvaluationPeriods: number;
  ComparisonOperator: 'GreaterThanThreshold' | 'LessThanThreshold';
  TreatMissingData: 'breaching' | 'notBreaching';
}

/** One period of an alarm's metrics: a value by the metric's id (`value` for an alarm of one metric); what is not named sent nothing. */
export type Period = Record<string, number>;

/** The value of an expression of CloudWatch's metric math in one period; undefined where nothing was sent. Knows IF, FILL, AND, arithmetic, and SUM and MAX of METRICS(). */
function evaluate(expression: string, ids: string[], period: Period): number | undefined {
  const known = ids.filter((id) => period[id] !== undefined);
  const values = known.map((id) => period[id] ?? 0);
  if (expression.endsWith('(METRICS())') && values.length === 0) return undefined;
  if (expression === 'SUM(METRICS())') return values.reduce((sum, value) => sum + value, 0);
  if (expression === 'MAX(METRICS())') return Math.max(...values);
  const code = expression.replaceAll(/\bAND\b/g, '&&').replaceAll(/\bIF\(/g, 'choose(');
  const choose = (condition: boolean, yes: number, no: number): number => (condition ? yes : no);
  const FILL = (value: number | undefined, otherwise: number): number => value ?? otherwise;
  const program = new Function('choose', 'FILL', ...ids, `return ${code}`);
  const value: unknown = program(choose, FILL, ...ids.map((id) => period[id]));
  return typeof value === 'number' && !Number.isNaN(value) ? value : undefined;
}

/** Whether the alarm rings after these periods, the newest last; earlier ones sent nothing. */
export function rings(alarm: AlarmProperties, periods: Period[]): boolean {
  const { Metrics, Threshold, EvaluationPeriods, ComparisonOperator, TreatMissingData } = alarm;
  const expression = Metrics?.find((one) => one.Expression !== undefined)?.Expression;
  const ids = (Metrics ?? []).filter((one) => one.MetricStat !== undefined).map(({ Id }) => Id);
  const padded = [...Array.from({ length: EvaluationPeriods }, (): Period => ({})), ...periods];
  return padded.slice(-EvaluationPeriods).every((period) => {
    const value = expression === undefined ? period.value : evaluate(expression, ids, period);
    if (value === undefined) return TreatMissingData === 'breaching';
    return ComparisonOperator === 'GreaterThanThreshold' ? value > Threshold : value < Threshold;
  });
}
