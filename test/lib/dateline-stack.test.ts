import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { ENVIRONMENT } from '../../lambda/model/names.ts';
import { DatelineStack } from '../../lib/dateline-stack.ts';
import { CONTEXT, resource, resources, SETTINGS, synthesise } from './synth.ts';

const template = synthesise({ allowHosts: ['intranet:8080', '10.0.0.0/8'] });
const properties = (type: string, words?: RegExp) => resource(template, type, words)[1].Properties;

describe('the queue', () => {
  const queue = properties('AWS::SQS::Queue', /IngestQueue/);
  const [deadId, dead] = resource(template, 'AWS::SQS::Queue', /DeadLetters/);

  it('is FIFO by group, encrypted, and hides a message for half a minute longer than ingest may take', () => {
    expect(queue).toMatchObject({
      FifoQueue: true,
      DeduplicationScope: 'messageGroup',
      FifoThroughputLimit: 'perMessageGroupId',
      SqsManagedSseEnabled: true,
    });
    const { Timeout } = properties('AWS::Lambda::Function', /^IngestFunction/);
    expect([Timeout, queue.VisibilityTimeout]).toEqual([300, 330]);
  });

  it('gives a message up after the fourth time, into a FIFO queue', () => {
    expect(queue.RedrivePolicy).toEqual({
      deadLetterTargetArn: { 'Fn::GetAtt': [deadId, 'Arn'] },
      maxReceiveCount: 4,
    });
    expect(dead.Properties).toMatchObject({ FifoQueue: true, SqsManagedSseEnabled: true });
  });

  it('feeds ingest one pack at a time, which is of one lane', () => {
    expect(properties('AWS::Lambda::EventSourceMapping')).toMatchObject({
      BatchSize: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 5 },
    });
  });
});

describe('the functions', () => {
  const functions = resources(template, 'AWS::Lambda::Function');

  it.each([
    ['IngestDispatch', ['table', 'queueUrl']],
    ['IngestFunction', ['stage', 'table', 'articleExtractor', 'retentionDays', 'contact', 'allowHosts']],
    ['IngestArticleExtractor', []],
    ['Rollup', ['stage', 'table']],
    ['Notify', ['allowHosts', 'contact', 'stage', 'table']],
    ['QueryApi', ['table', 'allowHosts']],
  ] as const)('%s is told what it needs', (words, names) => {
    const { Variables } = properties('AWS::Lambda::Function', new RegExp(`^${words}`)).Environment;
    const own = Object.keys(Variables).filter((name) => name.startsWith('DATELINE_'));
    expect(own.sort()).toEqual(names.map((name) => ENVIRONMENT[name]).sort());
  });

  it('hand the settings on', () => {
    const { Variables } = properties('AWS::Lambda::Function', /^IngestFunction/).Environment;
    expect(Variables).toMatchObject({
      DATELINE_RETENTION_DAYS: '90',
      DATELINE_CONTACT: 'desk@paper.example',
      DATELINE_ALLOW_HOSTS: 'intranet:8080,10.0.0.0/8',
    });
  });

  it('run on arm64 with the newest runtime, and keep their logs for a month', () => {
    expect(functions).toHaveLength(6);
    for (const [, { Properties }] of functions) {
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
      expect(Properties.LoggingConfig.LogGroup).toBeDefined();
    }
    const logs = resources(template, 'AWS::Logs::LogGroup');
    // One of each function, and the API's own.
    expect(logs).toHaveLength(7);
    for (const [, { Properties }] of logs) expect(Properties.RetentionInDays).toBe(30);
  });

  it('are started every minute and every ten minutes', () => {
    const rate = (words: RegExp) => properties('AWS::Scheduler::Schedule', words).ScheduleExpression;
    expect(rate(/^IngestEveryMinute/)).toBe('rate(1 minute)');
    expect(rate(/EveryTenMinutes/)).toBe('rate(10 minutes)');
  });
});

describe('the API', () => {
  it('is throttled and has the query function behind every path', () => {
    expect(properties('AWS::ApiGatewayV2::Stage')).toMatchObject({
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
    });
    expect(properties('AWS::ApiGatewayV2::Route').RouteKey).toBe('$default');
  });

  it('is told to the operator, with the table and how to make the first key', () => {
    const outputs = template.findOutputs('*');
    expect(Object.keys(outputs).sort()).toEqual([
      ...['ApiAddress', 'Cost', 'DeadLettersUrl', 'FirstKey', 'QueueUrl', 'TableName'],
    ]);
    expect(outputs.Cost?.Value).toMatch(/^about \$[\d.]+ for 100 feeds, .* kept for 90 days/);
    expect(JSON.stringify(outputs.FirstKey?.Value)).toContain('npx dateline keys create NAME --table ');
  });
});

describe('an upgrade', () => {
  it.each(['dev', 'prod'])('of %s replaces nothing that holds data: ids and keys are what they were', (stage) => {
    const of = synthesise({ stage });
    const stateful = /^AWS::(DynamoDB|SQS::Queue$|SNS::Topic$)/;
    const all = Object.entries(of.toJSON().Resources) as [string, { Type: string }][];
    const ids = all.filter(([, { Type }]) => stateful.test(Type)).map(([id, { Type }]) => `${Type} ${id}`);
    // Another id is another resource: CloudFormation would make an empty one, and delete (or in prod orphan) the one with the data.
    expect(ids.toSorted()).toEqual([
      'AWS::DynamoDB::GlobalTable StoreTable0CCFA19B',
      'AWS::SNS::Topic MonitoringAlarms66989066',
      expect.stringMatching(/^AWS::SQS::Queue FailedRunsQueue/),
      'AWS::SQS::Queue IngestDeadLetters1228E37E',
      'AWS::SQS::Queue IngestQueue95F6DB49',
    ]);
    // What CloudFormation cannot change in place; nor may a name be given, which could not be kept.
    const [, { Properties }] = resource(of, 'AWS::DynamoDB::GlobalTable');
    expect(Properties.KeySchema).toEqual([
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ]);
    expect(Properties.TableName).toBeUndefined();
    for (const [id, queue] of resources(of, 'AWS::SQS::Queue')) {
      expect(queue.Properties.FifoQueue, id).toBe(/^Ingest/.test(id) || undefined);
      expect(queue.Properties.QueueName).toBeUndefined();
    }
  });
});

describe('two stages', () => {
  it('share no stack name, and nothing in them has a name of its own that could collide', () => {
    const app = new App({ context: CONTEXT });
    const names = ['dev', 'prod'].map((stage) => new DatelineStack(app, { ...SETTINGS, stage }).stackName);
    expect(names).toEqual(['Dateline-dev', 'Dateline-prod']);
    const named = /^(TableName|QueueName|FunctionName|RoleName|LogGroupName|AlarmName|ManagedPolicyName)$/;
    for (const [id, { Type, Properties }] of Object.entries(template.toJSON().Resources) as [string, never][]) {
      // These refer to a function by its name, and a role's policy is known by its role.
      if (/Permission|EventSourceMapping|EventInvokeConfig/.test(Type)) continue;
      const own = Object.entries(Properties ?? {}).filter(([name]) => named.test(name));
      expect(own, id).toEqual([]);
    }
  });

  it('are protected from deletion by the stage', () => {
    const app = new App({ context: CONTEXT });
    expect(new DatelineStack(app, { ...SETTINGS, stage: 'prod' }).terminationProtection).toBe(true);
    expect(new DatelineStack(app, SETTINGS).terminationProtection).toBe(false);
  });
});
