import { Stack } from 'aws-cdk-lib';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { grantKey } from '../encryption.ts';
import type { Settings } from '../settings.ts';
import { type AlarmSpec, comparison } from './alarm-spec.ts';
import { alarmsOf } from './alarms.ts';
import { addDashboard } from './dashboard.ts';
import { StageMetrics } from './metrics.ts';
import type { Watched } from './watched.ts';

const RUNBOOK = 'docs/runbook.md';

/** `queue-old` as `QueueOld`. */
const idOf = (section: string): string =>
  section.replaceAll(/(?:^|-)([a-z])/g, (_all, letter: string) => letter.toUpperCase());

interface MonitoringProps extends Watched {
  settings: Settings;
  alarmTopic: ITopic | undefined;
  encryptionKey: IKey | undefined;
}

/** Alarms on what needs a person, sent to the operator's address, and a dashboard. */
export class Monitoring extends Construct {
  readonly topic: ITopic;

  constructor(scope: Construct, id: string, { settings, alarmTopic, encryptionKey, ...watched }: MonitoringProps) {
    super(scope, id);
    this.topic = alarmTopic ?? this.newTopic(settings.stage, encryptionKey);
    if (settings.alarmEmail !== '') this.topic.addSubscription(new EmailSubscription(settings.alarmEmail));
    const metrics = new StageMetrics(settings.stage);
    for (const spec of alarmsOf(watched, metrics)) this.addAlarm(spec);
    addDashboard(this, watched, metrics);
  }

  private newTopic(stage: string, encryptionKey: IKey | undefined): Topic {
    const topic = new Topic(this, 'Alarms', {
      displayName: `Dateline ${stage}`,
      enforceSSL: true,
      ...(encryptionKey ? { masterKey: encryptionKey } : {}),
    });
    const alarms = new ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
    });
    // The topic's policy on TLS replaces the default one, by which alarms of the account may publish.
    topic.grantPublish(alarms);
    grantKey(encryptionKey, alarms);
    return topic;
  }

  private addAlarm(spec: AlarmSpec): void {
    const { section, what, metric } = spec;
    const alarmDescription = `${what}. What to do: ${RUNBOOK}#${section}`;
    const alarm = new Alarm(this, idOf(section), { metric, alarmDescription, ...comparison(spec) });
    const action = new SnsAction(this.topic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }
}
