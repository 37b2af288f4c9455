import { Duration } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ENVIRONMENT } from '../lambda/model/names.ts';
import { DatelineFunction } from './dateline-function.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';

// Reading the worst page of the tests takes a second.
const PAGES_TIMEOUT = Duration.seconds(15);
// Five pages with the robots.txt of each, all at their time limits, take five.
const INGEST_TIMEOUT = Duration.minutes(6);
const QUEUE: QueueProps = {
  fifo: true,
  deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
  fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
};

/** Every minute the feeds that are due go into the queue, and from there through the stages into the table. */
export class Ingest extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { store, settings }: { store: Store; settings: Settings }) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', { ...QUEUE, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, 'Queue', {
      ...QUEUE,
      // A feed stays due until it is read, so that what waits longer than this is sent anew.
      retentionPeriod: Duration.days(1),
      // Six times the function's time-out, as the Lambda guide asks for, for throttled batches are tried again.
      visibilityTimeout: Duration.seconds(INGEST_TIMEOUT.toSeconds() * 6),
      // The second delivery puts the feed off for an hour; a third one would find it moved on and drop the message silently.
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 2 },
    });
    this.addDispatch(store);
    this.addIngest(store, settings, this.addPages());
  }

  private addDispatch(store: Store): void {
    const { lambda } = new DatelineFunction(this, 'Dispatch', {
      handler: 'dispatch',
      description: 'Sends the feeds and pages that are due to the queue',
      timeout: Duration.seconds(50),
      memorySize: 256,
      environment: { [ENVIRONMENT.table]: store.table.tableName, [ENVIRONMENT.queueUrl]: this.queue.queueUrl },
    });
    // What a failed tick left is due at the next one.
    lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
    store.grant(lambda, ['GetItem'], ['gsi3']);
    this.queue.grant(lambda, 'sqs:SendMessage');
    new Schedule(this, 'EveryMinute', {
      description: 'Looks for feeds that are due',
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      target: new LambdaInvoke(lambda, { retryAttempts: 0, maxEventAge: Duration.minutes(1) }),
    });
  }

  /** The function has no rights beyond its own log: it is given a page's bytes, and answers their article. */
  private addPages(): IFunction {
    const { lambda } = new DatelineFunction(this, 'Pages', {
      handler: 'pages',
      description: 'Takes the article from a page that ingest has fetched',
      timeout: PAGES_TIMEOUT,
      memorySize: 1024,
      environment: {},
    });
    return lambda;
  }

  private addIngest(store: Store, settings: Settings, pages: IFunction): void {
    const { lambda } = new DatelineFunction(this, 'Ingest', {
      handler: 'ingest',
      description: 'Fetches feeds and pages, finds who said what and when, and stores it',
      timeout: INGEST_TIMEOUT,
      memorySize: 1024,
      environment: {
        [ENVIRONMENT.table]: store.table.tableName,
        [ENVIRONMENT.pagesFunction]: pages.functionName,
        [ENVIRONMENT.retentionDays]: String(settings.retentionDays),
        [ENVIRONMENT.contact]: settings.contact,
        [ENVIRONMENT.allowHosts]: settings.allowHosts.join(','),
      },
    });
    store.grant(lambda, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'BatchWriteItem']);
    // The construct's own grant would allow all versions too.
    Grant.addToPrincipal({ grantee: lambda, actions: ['lambda:InvokeFunction'], resourceArns: [pages.functionArn] });
    lambda.addEventSource(
      new SqsEventSource(this.queue, { batchSize: 5, maxConcurrency: 10, reportBatchItemFailures: true }),
    );
  }
}
