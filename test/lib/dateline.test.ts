import { App, Stack, Token } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { describe, expect, it } from 'vitest';
import { Dateline, type DatelineProps } from '../../lib/dateline.ts';
import { SettingsError } from '../../lib/settings.ts';
import { CONTEXT, EVERY_OPTION, resource, resources, synthesise } from './synth.ts';

const newStack = (): Stack => new Stack(new App({ context: CONTEXT }), 'Paper', { env: { region: 'eu-west-1' } });
const inStack = (make: (stack: Stack) => DatelineProps): [Dateline, Template] => {
  const stack = newStack();
  const dateline = new Dateline(stack, 'News', make(stack));
  return [dateline, Template.fromStack(stack)];
};

describe('the construct', () => {
  it('needs no option, and has what a stack of another makes of it', () => {
    const [news, template] = inStack(() => ({}));
    expect(resources(template, 'AWS::DynamoDB::GlobalTable')).toHaveLength(1);
    expect(resources(template, 'AWS::Lambda::Function')).toHaveLength(Object.keys(news.functions).length);
    expect(Token.isUnresolved(news.address)).toBe(true);
    expect(news.domainTarget).toBeUndefined();
  });

  it('stands twice in one stack', () => {
    const stack = newStack();
    new Dateline(stack, 'News', { stage: 'news' });
    new Dateline(stack, 'Sport', { stage: 'sport' });
    expect(resources(Template.fromStack(stack), 'AWS::DynamoDB::GlobalTable')).toHaveLength(2);
  });

  it.each([
    [{ stage: 'Prod Two' }, /options of Dateline don't hold:\n {2}stage must be a lower-case word/],
    [{ retentionDays: 0 }, /retentionDays must be at least 1 day, but is 0/],
    [{ concurrency: 1, backupDays: -1 }, /concurrency .*\n {2}backupDays must not be negative/],
    [{ stage: 'prod', contact: 'desk@paper.example' }, /alarmEmail must be set for the stage prod/],
  ])('refuses %j and says why', (props, message) => {
    expect(() => new Dateline(newStack(), 'News', props)).toThrow(SettingsError);
    expect(() => new Dateline(newStack(), 'News', props)).toThrow(message);
  });

  it('adopts a table: makes none, and reads and writes that one', () => {
    const [news, template] = inStack((stack) => ({ table: TableV2.fromTableName(stack, 'Kept', 'kept-records') }));
    expect(resources(template, 'AWS::DynamoDB::GlobalTable')).toEqual([]);
    expect(news.table.tableName).toBe('kept-records');
    for (const [, { Properties }] of resources(template, 'AWS::Lambda::Function')) {
      const { DATELINE_TABLE: table } = Properties.Environment?.Variables ?? {};
      expect([undefined, 'kept-records']).toContain(table);
    }
  });

  it('encrypts table, queues and alarms with a key that is given', () => {
    const [, template] = inStack((stack) => ({ encryptionKey: new Key(stack, 'Own') }));
    const [[key] = ['']] = resources(template, 'AWS::KMS::Key');
    const arn = { 'Fn::GetAtt': [key, 'Arn'] };
    expect(resource(template, 'AWS::SNS::Topic')[1].Properties.KmsMasterKeyId).toEqual(arn);
    for (const [, { Properties }] of resources(template, 'AWS::SQS::Queue')) {
      expect(Properties.KmsMasterKeyId).toEqual(arn);
    }
    const [, { Properties }] = resource(template, 'AWS::DynamoDB::GlobalTable');
    expect(Properties.Replicas[0].SSESpecification).toEqual({ KMSMasterKeyId: arn });
    // Every function that reaches the table may use its key, and alarms may.
    const roles = resources(template, 'AWS::IAM::Policy').filter(([, one]) =>
      JSON.stringify(one.Properties).includes('dynamodb:'),
    );
    expect(roles.length).toBeGreaterThan(4);
    for (const [, one] of roles) expect(JSON.stringify(one.Properties)).toContain('kms:Decrypt');
    expect(JSON.stringify(resource(template, 'AWS::KMS::Key')[1].Properties)).toContain('cloudwatch.amazonaws.com');
  });

  it('sends alarms to a topic that is given, and the stage prod then needs no mail address', () => {
    const [news, template] = inStack((stack) => ({
      alarmTopic: new Topic(stack, 'Desk'),
      stage: 'prod',
      contact: 'desk@paper.example',
    }));
    const [[topic] = ['']] = resources(template, 'AWS::SNS::Topic');
    expect(resources(template, 'AWS::SNS::Topic')).toHaveLength(1);
    for (const [, alarm] of resources(template, 'AWS::CloudWatch::Alarm')) {
      expect(alarm.Properties.AlarmActions).toEqual([{ Ref: topic }]);
    }
    expect(news.alarmTopic.topicArn).toBeDefined();
  });

  it('has the host name of the domain, and no second address', () => {
    const [news, template] = inStack((stack) => ({
      domain: {
        name: 'news.paper.example',
        certificate: Certificate.fromCertificateArn(
          stack,
          'Held',
          'arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012',
        ),
      },
    }));
    expect(news.address).toBe('https://news.paper.example');
    expect(news.domainTarget).toBeDefined();
    template.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: true });
    template.hasResourceProperties('AWS::ApiGatewayV2::DomainName', { DomainName: 'news.paper.example' });
    template.resourceCountIs('AWS::ApiGatewayV2::ApiMapping', 1);
  });
});

describe('options of the stack', () => {
  it('have no budget and no copies by default', () => {
    for (const type of ['AWS::Budgets::Budget', 'AWS::Backup::BackupPlan']) {
      expect(resources(synthesise(), type)).toEqual([]);
    }
  });

  it('set a budget that tells the topic of alarms', () => {
    const template = synthesise({ monthlyBudget: 40 });
    const [[topic] = ['']] = resources(template, 'AWS::SNS::Topic');
    template.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: Match.objectLike({
        BudgetLimit: { Amount: 40, Unit: 'USD' },
        CostFilters: { TagKeyValue: ['user:dateline:stage$dev'] },
      }),
      NotificationsWithSubscribers: [80, 100].map((threshold) =>
        Match.objectLike({
          Notification: Match.objectLike({ Threshold: threshold }),
          Subscribers: [{ SubscriptionType: 'SNS', Address: { Ref: topic } }],
        }),
      ),
    });
    expect(JSON.stringify(template.findResources('AWS::SNS::TopicPolicy'))).toContain('budgets.amazonaws.com');
  });

  it('keep daily copies of the table', () => {
    const template = synthesise({ backupDays: 30 });
    template.hasResourceProperties('AWS::Backup::BackupPlan', {
      BackupPlan: Match.objectLike({ BackupPlanRule: [Match.objectLike({ Lifecycle: { DeleteAfterDays: 30 } })] }),
    });
    template.resourceCountIs('AWS::Backup::BackupSelection', 1);
  });

  it('adopt a table, a key and a domain by their names', () => {
    const template = synthesise({ ...EVERY_OPTION, table: 'kept-records' });
    template.resourceCountIs('AWS::DynamoDB::GlobalTable', 0);
    expect(template.findOutputs('TableName').TableName?.Value).toBe('kept-records');
    expect(template.findOutputs('ApiAddress').ApiAddress?.Value).toBe('https://news.paper.example');
    expect(Object.keys(template.findOutputs('DomainTarget'))).toHaveLength(1);
    template.allResourcesProperties('AWS::SQS::Queue', {
      KmsMasterKeyId: EVERY_OPTION.encryptionKey,
    });
  });
});
