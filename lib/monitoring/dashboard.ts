import { Duration } from 'aws-cdk-lib';
import {
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  LogQueryVisualizationType,
  LogQueryWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { METRICS } from '../../lambda/model/names.ts';
import { arithmetic, type StageMetrics } from './metrics.ts';
import type { Watched } from './watched.ts';

const PERIOD = Duration.minutes(15);

const graph = (title: string, left: IMetric[], right: IMetric[] = []): IWidget =>
  new GraphWidget({ title, left, right, width: 8, height: 6, period: PERIOD });

/** One page that shows whether a stage is well: polls, what they bring, the queue, the functions, the API and the table. */
export function addDashboard(
  scope: Construct,
  { ingest, rollup, notify, api, store }: Watched,
  metrics: StageMetrics,
): void {
  const own = (name: string, more: { statistic?: string; label?: string } = {}) => metrics.of(name, PERIOD, more);
  const functions = [ingest.dispatch, ingest.ingest, ingest.articleExtractor, rollup.lambda, notify.lambda, api.lambda];
  const sum = { period: PERIOD, statistic: 'Sum' };
  const most = { period: PERIOD, statistic: 'Maximum' };
  const dashboard = new Dashboard(scope, 'Dashboard', { defaultInterval: Duration.days(1) });
  dashboard.addWidgets(
    graph('Polls', [
      own(METRICS.pollFailed, { statistic: 'SampleCount', label: 'polls' }),
      own(METRICS.pollFailed, { label: 'failed' }),
    ]),
    new LogQueryWidget({
      title: 'Failed polls by reason, and entries that could not be stored',
      logGroupNames: [ingest.ingest.logGroup.logGroupName],
      view: LogQueryVisualizationType.TABLE,
      // Each reason as a metric would be paid for each month. The log has a line for each feed that was polled.
      queryLines: [
        'filter message = "feed polled" and (result = "failed" or rejected > 0)',
        'stats count(*) as polls, count_distinct(feedId) as feeds, sum(rejected) as entries by error.code as reason',
        'sort polls desc',
      ],
      width: 8,
      height: 6,
    }),
    graph('Items', [
      arithmetic(
        'all - changed',
        { all: own(METRICS.itemChanged, { statistic: 'SampleCount' }), changed: own(METRICS.itemChanged) },
        PERIOD,
        'new',
      ),
      own(METRICS.itemChanged, { label: 'changed' }),
    ]),
    graph(
      'Statements',
      [own(METRICS.withoutSpeaker, { statistic: 'SampleCount', label: 'statements' })],
      [
        arithmetic(
          '100 * share',
          { share: own(METRICS.withoutSpeaker, { statistic: 'Average' }) },
          PERIOD,
          'without a speaker, %',
        ),
      ],
    ),
    graph('From publication to storage, seconds', [
      own(METRICS.lag, { statistic: 'p50', label: 'half' }),
      own(METRICS.lag, { statistic: 'p95', label: '95 of 100' }),
    ]),
    graph(
      'Queue',
      [ingest.queue.metricApproximateAgeOfOldestMessage(most)],
      [ingest.deadLetters.metricApproximateNumberOfMessagesVisible(most)],
    ),
    graph(
      'Errors of functions',
      functions.map((one) => one.metricErrors(sum)),
    ),
    graph(
      'Longest runs of functions',
      functions.map((one) => one.metricDuration(most)),
    ),
    new LogQueryWidget({
      title: 'Memory used by functions, MB',
      logGroupNames: functions.map(({ logGroup }) => logGroup.logGroupName),
      view: LogQueryVisualizationType.TABLE,
      // Memory used is in no metric: Lambda writes it into the REPORT line of each run.
      queryLines: [
        'filter type = "platform.report"',
        'stats max(record.metrics.maxMemoryUsedMB) as used, max(record.metrics.memorySizeMB) as given, pct(record.metrics.durationMs, 95) as p95Milliseconds, count(*) as runs by @log',
        'sort used desc',
      ],
      width: 8,
      height: 6,
    }),
    graph('API', [api.api.metricCount(sum), api.api.metricClientError(sum), api.api.metricServerError(sum)]),
    graph('Units of the table', [
      store.table.metricConsumedWriteCapacityUnits(sum),
      store.table.metricConsumedReadCapacityUnits(sum),
    ]),
  );
}
