import { Tags } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { addBackups } from './backups.ts';
import { addBudget } from './budget.ts';
import { FailedRuns } from './failed-runs.ts';
import { Ingest } from './ingest.ts';
import { Monitoring } from './monitoring/monitoring.ts';
import { Notify } from './notify.ts';
import { type DatelineDomain, QueryApi } from './query-api.ts';
import { Rollup } from './rollup.ts';
import { checkOptions, PRODUCTION_STAGE } from './settings.ts';
import { type AnyTable, Store } from './store.ts';

/** Options of a Dateline; each has a default that suits a trial. */
export interface DatelineProps {
  /**
   * Stage in the dimensions of metrics and in the tag `dateline:stage`; `prod` keeps its table when it is deleted.
   * @default 'dev'
   */
  readonly stage?: string;
  /**
   * Days that items are kept.
   * @default 365
   */
  readonly retentionDays?: number;
  /**
   * Workers that read feeds and web pages side by side.
   * @default 4
   */
  readonly concurrency?: number;
  /**
   * Mail address or web page that feed servers find in the User-Agent; the stage `prod` needs one.
   * @default - none
   */
  readonly contact?: string;
  /**
   * Private hosts and address ranges that may be fetched from, as `intranet.example:8080` and `10.0.0.0/8`.
   * @default - none
   */
  readonly allowHosts?: string[];
  /**
   * Existing table to adopt, with the keys and indexes of docs/data-format.md. It belongs to the caller and stays when the construct is deleted.
   * @default - a new table
   */
  readonly table?: AnyTable;
  /**
   * Customer-managed key for table, queues and alarm topic. The policy of an imported key must let `cloudwatch.amazonaws.com` use it, and the stack must name its region.
   * @default - keys that AWS manages
   */
  readonly encryptionKey?: IKey;
  /**
   * Existing topic for alarms. Its policy must let `cloudwatch.amazonaws.com` publish.
   * @default - a new topic
   */
  readonly alarmTopic?: ITopic;
  /**
   * Mail address that is subscribed to the alarms; the stage `prod` needs one, or a topic.
   * @default - none
   */
  readonly alarmEmail?: string;
  /**
   * Host name of the API. The generated address of API Gateway is switched off then.
   * @default - the generated address
   */
  readonly domain?: DatelineDomain;
  /**
   * US dollars a month above which a budget alarm is sent to the alarm topic.
   * @default 0, no budget
   */
  readonly monthlyBudget?: number;
  /**
   * Days that AWS Backup keeps a daily copy of the table, besides point-in-time recovery.
   * @default 0, no copies
   */
  readonly backupDays?: number;
}

/**
 * A whole Dateline: table, queue, functions, schedules, API and alarms. Throws a SettingsError that names each wrong option.
 *
 * @example
 * const news = new Dateline(this, 'News', { contact: 'desk@paper.example', retentionDays: 90 });
 * news.table.grantReadData(reports);
 * new CfnOutput(this, 'Api', { value: news.address });
 */
export class Dateline extends Construct {
  /** The one table; docs/data-format.md shows its records. */
  readonly table: AnyTable;
  /** Address of the HTTP API, without a slash at its end. */
  readonly address: string;
  /** Host name that a DNS record of the custom domain must point to; undefined without a domain. */
  readonly domainTarget: string | undefined;
  /** Topic that alarms are sent to. */
  readonly alarmTopic: ITopic;
  readonly queue: IQueue;
  readonly deadLetters: IQueue;
  /** Every function, by its handler's name. */
  readonly functions: Readonly<
    Record<'dispatch' | 'ingest' | 'articleExtractor' | 'rollup' | 'notify' | 'api', IFunction>
  >;

  constructor(scope: Construct, id: string, props: DatelineProps = {}) {
    super(scope, id);
    const { table, encryptionKey, alarmTopic, domain } = props;
    const settings = checkOptions(props, alarmTopic === undefined);
    Tags.of(this).add('dateline:stage', settings.stage);
    const store = new Store(this, 'Store', {
      keep: settings.stage === PRODUCTION_STAGE,
      retentionDays: settings.retentionDays,
      table,
      encryptionKey,
    });
    const failedRuns = new FailedRuns(this, 'FailedRuns', { encryptionKey });
    const ingest = new Ingest(this, 'Ingest', { store, settings, failedRuns, encryptionKey });
    const rollup = new Rollup(this, 'Rollup', { store, settings, failedRuns });
    const notify = new Notify(this, 'Notify', { store, settings, failedRuns });
    const api = new QueryApi(this, 'QueryApi', { store, settings, domain });
    const monitoring = new Monitoring(this, 'Monitoring', {
      ...{ settings, alarmTopic, encryptionKey },
      ...{ store, ingest, rollup, notify, api },
    });
    if (settings.monthlyBudget > 0) addBudget(this, settings, monitoring.topic);
    if (settings.backupDays > 0) {
      addBackups(this, { table: store.table, days: settings.backupDays, encryptionKey });
    }

    this.table = store.table;
    this.address = api.address;
    this.domainTarget = api.domainTarget;
    this.alarmTopic = monitoring.topic;
    this.queue = ingest.queue;
    this.deadLetters = ingest.deadLetters;
    this.functions = {
      dispatch: ingest.dispatch,
      ingest: ingest.ingest,
      articleExtractor: ingest.articleExtractor,
      rollup: rollup.lambda,
      notify: notify.lambda,
      api: api.lambda,
    };
  }
}
