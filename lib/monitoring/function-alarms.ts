import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmSpec } from './alarm-spec.ts';
import { arithmetic } from './metrics.ts';
import type { Watched } from './watched.ts';

const [MINUTES_5, MINUTES_15, HOUR] = [Duration.minutes(5), Duration.minutes(15), Duration.hours(1)];

/** Alarms on functions, table and API. */
export function alarmsOfRunning({ store, ingest, rollup, notify, api }: Watched): AlarmSpec[] {
  // Errors of the API's function, and refused runs of it, are answers of the API with 5xx; a dispatch that is refused is silent: these have alarms.
  const functions = [ingest.dispatch, ingest.ingest, rollup.lambda, notify.lambda];
  const TableName = store.table.tableName;
  const throttled = (name: string) =>
    new Metric({
      namespace: 'AWS/DynamoDB',
      metricName: name,
      dimensionsMap: { TableName },
      statistic: 'Sum',
      period: MINUTES_5,
    });
  return [
    {
      section: 'functions-fail',
      what: 'Functions have ended with errors five times within 15 minutes',
      metric: arithmetic(
        'SUM(METRICS())',
        Object.fromEntries(
          functions.map((one, n) => [`errors${n}`, one.metricErrors({ period: MINUTES_15, statistic: 'Sum' })]),
        ),
        MINUTES_15,
        'errors of functions',
      ),
      threshold: 4,
    },
    {
      section: 'function-always-fails',
      what: 'Every run of a function has failed for an hour',
      metric: arithmetic(
        // The least of a run's errors is 1 where each run of the hour has failed, however few there were.
        'MAX(METRICS())',
        Object.fromEntries(
          [ingest.ingest, rollup.lambda, notify.lambda, api.lambda].map((one, n) => [
            `errors${n}`,
            one.metricErrors({ period: HOUR, statistic: 'Minimum' }),
          ]),
        ),
        HOUR,
        'functions that always failed',
      ),
      threshold: 0,
    },
    {
      section: 'throttled',
      what: 'The table has refused work for 15 minutes, for there was too much of it',
      metric: arithmetic(
        'SUM(METRICS())',
        {
          writes: throttled('WriteThrottleEvents'),
          reads: throttled('ReadThrottleEvents'),
        },
        MINUTES_5,
        'throttled',
      ),
      threshold: 0,
      periods: 3,
    },
    {
      section: 'api-errors',
      what: 'The API has answered with errors of its own five times within 5 minutes',
      metric: api.api.metricServerError({ period: MINUTES_5, statistic: 'Sum' }),
      threshold: 4,
    },
  ];
}
