import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { METRICS } from '../../lambda/model/names.ts';
import { arithmetic, type StageMetrics } from './metrics.ts';
import type { Watched } from './watched.ts';

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

const [MINUTES_5, MINUTES_15, HOUR, DAY] = [
  Duration.minutes(5),
  Duration.minutes(15),
  Duration.hours(1),
  Duration.days(1),
];

/** Every alarm of a stage, in the order of the runbook. */
export function alarmsOf(watched: Watched, metrics: StageMetrics): AlarmSpec[] {
  return [
    ...alarmsOfQueues(watched),
    ...alarmsOfPolling(watched, metrics),
    alarmOfCounting(metrics),
    ...alarmsOfNotify(watched, metrics),
    ...alarmsOfRunning(watched),
  ];
}

function alarmsOfQueues({ ingest }: Watched): AlarmSpec[] {
  const { deadLetters, queue } = ingest;
  const most = { period: MINUTES_5, statistic: 'Maximum' };
  return [
    {
      section: 'dead-letters-not-empty',
      what: 'A message was received four times and could not be worked on',
      metric: deadLetters.metricApproximateNumberOfMessagesVisible(most),
      threshold: 0,
    },
    {
      section: 'queue-old',
      what: 'Feeds have been waiting in the queue for more than 15 minutes',
      metric: queue.metricApproximateAgeOfOldestMessage(most),
      threshold: 900,
      periods: 3,
    },
  ];
}

function alarmsOfPolling({ ingest }: Watched, metrics: StageMetrics): AlarmSpec[] {
  return [
    {
      section: 'no-successful-poll',
      what: 'Feeds were due for an hour, and none could be read',
      metric: arithmetic(
        // The least of the polls is 1 where each has failed, and one that was not made has brought nothing either.
        'IF(FILL(sent, 0) > 0 AND FILL(failed, 1) > 0, 1, 0)',
        {
          sent: ingest.queue.metricNumberOfMessagesSent({ period: HOUR, statistic: 'Sum' }),
          failed: metrics.of(METRICS.pollFailed, HOUR, { statistic: 'Minimum' }),
        },
        HOUR,
        'hours without a poll',
      ),
      threshold: 0,
    },
    {
      section: 'no-new-item',
      what: 'No feed has brought anything new for 24 hours, though they were polled',
      metric: arithmetic(
        // The least of the items is 1 where each has only changed, and none has done so much.
        'IF(FILL(polls, 0) > 0 AND FILL(changed, 1) > 0, 1, 0)',
        {
          polls: metrics.of(METRICS.pollFailed, DAY, { statistic: 'SampleCount' }),
          changed: metrics.of(METRICS.itemChanged, DAY, { statistic: 'Minimum' }),
        },
        DAY,
        'days without an item',
      ),
      threshold: 0,
    },
    {
      section: 'many-polls-fail',
      what: 'More than half of the polls of an hour failed',
      // Of zeros and ones the middle one tells which are more.
      metric: metrics.of(METRICS.pollFailed, HOUR, { statistic: 'p50' }),
      threshold: 0.5,
      // A handful of feeds may well be down together.
      ignoreFew: true,
    },
    {
      section: 'dispatch-silent',
      what: 'Nothing has looked for feeds that are due for 15 minutes',
      metric: ingest.dispatch.metricInvocations({ period: MINUTES_15, statistic: 'Sum' }),
      threshold: 1,
      below: true,
      silenceIsBad: true,
    },
  ];
}

/** Each hour has the end of a round at least; three without one are no accident. */
function alarmOfCounting(metrics: StageMetrics): AlarmSpec {
  return {
    section: 'rollup-fails',
    what: 'Counts and the word index have not been brought up to date for 3 hours',
    // What Lambda tells of errors is not enough: a run that is killed holds the lease, and the next one ends at once, without an error.
    metric: metrics.of(METRICS.rollupFinished, HOUR, { service: 'rollup' }),
    threshold: 1,
    below: true,
    periods: 3,
    silenceIsBad: true,
  };
}

/** People who wait to be told something are not, and nobody else notices. */
function alarmsOfNotify({ notify }: Watched, metrics: StageMetrics): AlarmSpec[] {
  return [
    {
      section: 'notify-fails',
      what: 'For 3 hours nobody has been told what saved searches find, though there was something to look at',
      metric: arithmetic(
        // A run that finds no saved search ends well and sends no metric: only an hour with errors and without a finished run is bad.
        'IF(FILL(errors, 0) > 0 AND FILL(finished, 0) < 1, 1, 0)',
        {
          errors: notify.lambda.metricErrors({ period: HOUR, statistic: 'Sum' }),
          finished: metrics.of(METRICS.channelPaused, HOUR, { service: 'notify', statistic: 'SampleCount' }),
        },
        HOUR,
        'hours in which no run of notify finished',
      ),
      threshold: 0,
      periods: 3,
    },
    {
      section: 'channel-paused',
      what: 'A channel of a saved search failed for five days, or its receiver is gone, and nothing is sent to it any more',
      metric: metrics.of(METRICS.channelPaused, HOUR, { service: 'notify', statistic: 'Maximum' }),
      threshold: 0,
    },
  ];
}

function alarmsOfRunning({ store, ingest, rollup, notify, api }: Watched): AlarmSpec[] {
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
