import { Duration } from 'aws-cdk-lib';
import { METRICS } from '../../lambda/model/names.ts';
import type { AlarmSpec } from './alarm-spec.ts';
import { alarmsOfRunning } from './function-alarms.ts';
import { arithmetic, type StageMetrics } from './metrics.ts';
import type { Watched } from './watched.ts';

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
