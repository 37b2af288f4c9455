import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { METRICS } from '../../../lambda/model/names.ts';
import { ownMetrics, resource, resources, synthesise } from '../synth.ts';
import { type AlarmProperties, type Period, rings } from './metric-math.ts';

const template = synthesise();
const alarms = resources(template, 'AWS::CloudWatch::Alarm');
const runbook = readFileSync('docs/runbook.md', 'utf8');
/** Headings as GitHub makes anchors of them. */
const anchors = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading = '']) =>
  heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-'),
);
/** Sections that no alarm leads to. */
const OF_NO_ALARM = ['before-anything-else', 'somebody-asks-to-be-taken-out', 'the-file-of-one-machine'];
const sectionOf = (description: string): string => description.match(/docs\/runbook\.md#([a-z-]+)$/)?.[1] ?? '';

describe('alarms', () => {
  it('have each a section in the runbook, which has none for an alarm that there is not', () => {
    const sections = alarms.map(([, { Properties }]) => sectionOf(Properties.AlarmDescription));
    expect(sections).toHaveLength(13);
    expect(sections.toSorted()).toEqual(anchors.filter((anchor) => !OF_NO_ALARM.includes(anchor)).toSorted());
  });

  it.each(alarms.map(([id, { Properties }]) => [id, Properties]))(
    '%s is sent, when it comes and when it goes',
    (_id, one) => {
      const [[topic] = []] = resources(template, 'AWS::SNS::Topic');
      expect(one.AlarmActions).toEqual([{ Ref: topic }]);
      expect(one.OKActions).toEqual([{ Ref: topic }]);
    },
  );

  it('reach the address of the settings, and nobody where there is none', () => {
    expect(resource(template, 'AWS::SNS::Subscription')[1].Properties).toMatchObject({
      Protocol: 'email',
      Endpoint: 'alarms@paper.example',
    });
    expect(resources(synthesise({ alarmEmail: '' }), 'AWS::SNS::Subscription')).toEqual([]);
  });

  it('are quiet where nothing is told, but for those on silence', () => {
    const loud = alarms.filter(([, { Properties }]) => Properties.TreatMissingData === 'breaching');
    expect(loud.map(([id]) => id)).toEqual([
      expect.stringContaining('DispatchSilent'),
      expect.stringContaining('RollupFails'),
    ]);
  });

  it('look at what is written: every metric of ours that they and the dashboard name is one of the functions', () => {
    const { namespace: _, ...written } = METRICS;
    expect(ownMetrics(template)).toEqual(new Set(Object.values(written)));
  });

  it('take the middle of zeros and ones for what most polls have done, and leave few of them alone', () => {
    expect(resource(template, 'AWS::CloudWatch::Alarm', /ManyPollsFail/)[1].Properties).toMatchObject({
      ...{ Namespace: 'Dateline', MetricName: 'PollFailed', ExtendedStatistic: 'p50', Period: 3600, Threshold: 0.5 },
      ...{ ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, TreatMissingData: 'notBreaching' },
      EvaluateLowSampleCountPercentile: 'ignore',
    });
  });

  it('take a day on which items have only changed for one without a new item, where feeds were polled', () => {
    const { Metrics } = resource(template, 'AWS::CloudWatch::Alarm', /NoNewItem/)[1].Properties;
    expect(Metrics).toMatchObject([
      { Expression: 'IF(FILL(polls, 0) > 0 AND FILL(changed, 1) > 0, 1, 0)' },
      { Id: 'polls', MetricStat: { Metric: { MetricName: 'PollFailed' }, Stat: 'SampleCount', Period: 86_400 } },
      { Id: 'changed', MetricStat: { Metric: { MetricName: 'ItemChanged' }, Stat: 'Minimum', Period: 86_400 } },
    ]);
  });

  it('take three hours in which no round of counting came to its end for a failure, and no runs at all too', () => {
    const { Properties } = resource(template, 'AWS::CloudWatch::Alarm', /RollupFails/)[1];
    expect(Properties).toMatchObject({
      ...{ Namespace: 'Dateline', MetricName: 'RollupFinished', Statistic: 'Sum', Period: 3600 },
      ...{ Threshold: 1, EvaluationPeriods: 3, ComparisonOperator: 'LessThanThreshold', TreatMissingData: 'breaching' },
      Dimensions: expect.arrayContaining([{ Name: 'service', Value: 'rollup' }]),
    });
    expect(sectionOf(Properties.AlarmDescription)).toBe('rollup-fails');
  });

  it('take a poll that was not made for one that failed, where feeds were sent', () => {
    const { Metrics } = resource(template, 'AWS::CloudWatch::Alarm', /NoSuccessfulPoll/)[1].Properties;
    expect(Metrics).toMatchObject([
      { Expression: 'IF(FILL(sent, 0) > 0 AND FILL(failed, 1) > 0, 1, 0)' },
      { Id: 'sent', MetricStat: { Metric: { MetricName: 'NumberOfMessagesSent' }, Stat: 'Sum' } },
      { Id: 'failed', MetricStat: { Metric: { MetricName: 'PollFailed' }, Stat: 'Minimum' } },
    ]);
  });

  it('watch the dead letters', () => {
    const [deadId] = resource(template, 'AWS::SQS::Queue', /DeadLetters/);
    expect(resource(template, 'AWS::CloudWatch::Alarm', /DeadLetters/)[1].Properties).toMatchObject({
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [deadId, 'QueueName'] } }],
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
    });
  });

  const times = (count: number, period: Period): Period[] => Array.from({ length: count }, () => period);
  /** Of each alarm: periods in which all is well, and periods after which it rings. */
  const cases: [section: string, well: Period[], ill: Period[]][] = [
    ['dead-letters-not-empty', [{ value: 0 }], [{ value: 1 }]],
    ['queue-old', [{ value: 1000 }, { value: 40 }, { value: 1000 }], times(3, { value: 1000 })],
    ['no-successful-poll', [{ sent: 9, failed: 0 }], [{ sent: 9, failed: 1 }]],
    ['no-successful-poll', [{ failed: 1 }], [{ sent: 9 }]],
    ['no-new-item', [{ polls: 90, changed: 0 }], [{ polls: 90, changed: 1 }]],
    ['many-polls-fail', [{ value: 0.5 }], [{ value: 1 }]],
    ['dispatch-silent', [{ value: 15 }], [{}]],
    ['rollup-fails', [{ value: 1 }, {}, {}], times(3, {})],
    ['notify-fails', times(3, {}), times(3, { errors: 60 })],
    [
      'notify-fails',
      [{ errors: 60 }, { errors: 30, finished: 1 }, { errors: 60 }],
      times(3, { errors: 1, finished: 0 }),
    ],
    ['channel-paused', [{ value: 0 }], [{ value: 1 }]],
    ['functions-fail', [{ errors0: 1, errors1: 3 }], [{ errors0: 1, errors1: 3, errors3: 1 }]],
    ['function-always-fails', [{ errors0: 0, errors2: 0 }], [{ errors0: 0, errors2: 1 }]],
    ['function-always-fails', [{}], [{ errors3: 1 }]],
    ['throttled', [{ writes: 4 }, {}, { reads: 1 }], times(3, { reads: 1 })],
    ['api-errors', [{ value: 4 }], [{ value: 5 }]],
  ];
  const bySection = new Map(
    alarms.map(([, { Properties }]) => [sectionOf(Properties.AlarmDescription), Properties as AlarmProperties]),
  );

  it.each(cases)('%s: is quiet after %j and rings after %j', (section, well, ill) => {
    const alarm = bySection.get(section) as AlarmProperties;
    expect([rings(alarm, well), rings(alarm, ill)]).toEqual([false, true]);
  });

  it('are all put to the test', () => {
    expect(new Set(cases.map(([section]) => section))).toEqual(new Set(bySection.keys()));
  });

  it('look back no further than CloudWatch allows', () => {
    for (const [, { Properties }] of alarms) {
      const periods = Properties.Metrics?.map(
        (one: { MetricStat?: { Period: number } }) => one.MetricStat?.Period ?? 0,
      ) ?? [Properties.Period];
      expect(Math.max(...periods) * Properties.EvaluationPeriods).toBeLessThanOrEqual(86_400);
    }
  });
});

it('a dashboard shows a stage: polls and those that failed, and statements with the share of unknown speakers', () => {
  const [, { Properties }] = resource(template, 'AWS::CloudWatch::Dashboard');
  const text = JSON.stringify(Properties.DashboardBody).replaceAll('\\', '');
  const shown = [...text.matchAll(/"Dateline","(\w+)"[^\]]*?\{([^}]*)\}/g)].map(([, name = '', more = '']) => [
    name,
    /"stat":"(\w+)"/.exec(more)?.[1] ?? 'Average',
  ]);
  expect(shown.filter(([name]) => name === 'PollFailed').map(([, statistic]) => statistic)).toEqual([
    'SampleCount',
    'Sum',
  ]);
  expect(shown.filter(([name]) => name === 'StatementWithoutSpeaker').map(([, statistic]) => statistic)).toEqual([
    'SampleCount',
    'Average',
  ]);
});
