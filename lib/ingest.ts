import { Duration, Tags } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ENVIRONMENT, QUEUE_TAGS, type QueueKind } from '../lambda/model/names.ts';
import { DatelineFunction } from './dateline-function.ts';
import { runFunction } from './run-function.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';

// Reading the worst page of the tests takes a second.
const PAGES_TIMEOUT = Duration.seconds(15);
// A run begins messages for five minutes at most; a page with its robots.txt, all at their time limits, takes a minute.
const INGEST_TIMEOUT = Duration.minutes(12);
/** What a FIFO queue hands out at once. */
const BATCH = 10;
const QUEUE: QueueProps = {
  fifo: true,
  deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
  fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
};

/** Every minute the feeds that are due go into the queue, and from there through the stages into the table. */
export class Ingest extends Construct {
  readonly dispatch: IFunction;
  readonly ingest: IFunction;
  /** What `ingest` logs: a line for each feed that was polled. */
  readonly log: ILogGroup;
  readonly pages: IFunction;
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { store, settings }: { store: Store; settings: Settings }) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', { ...QUEUE, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, 'Queue', {
      ...QUEUE,
      // A feed stays due until it is read, so that what waits longer than this is sent anew.
      retentionPeriod: Duration.days(1),
      // Six times the function's time-out, as the Lambda guide asks for, for throttled batches are tried again; a worker that has begun shortens it.
      visibilityTimeout: Duration.seconds(INGEST_TIMEOUT.toSeconds() * 6),
      // The second delivery puts the feed off for an hour; a third one would find it moved on and drop the message silently.
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 2 },
    });
    this.dispatch = this.addDispatch(store);
    this.pages = this.addPages();
    const { lambda, log } = this.addIngest(store, settings, this.pages);
    this.ingest = lambda;
    this.log = log;
    this.tagQueue(this.queue, 'work', store);
    this.tagQueue(this.deadLetters, 'dead-letters', store);
  }

  private tagQueue(queue: Queue, kind: QueueKind, store: Store): void {
    Tags.of(queue).add(QUEUE_TAGS.table, store.table.tableName);
    Tags.of(queue).add(QUEUE_TAGS.kind, kind);
  }

  private addDispatch(store: Store): IFunction {
    const { lambda } = new DatelineFunction(this, 'Dispatch', {
      handler: 'dispatch',
      description: 'Sends the feeds and pages that are due to the queue',
      timeout: Duration.seconds(50),
      memorySize: 256,
      environment: {
        [ENVIRONMENT.table]: store.table.tableName,
        [ENVIRONMENT.queueUrl]: this.queue.queueUrl,
      },
    });
    // What a failed tick left is due at the next one.
    lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
    store.grant(lambda, ['GetItem', 'BatchGetItem', 'Query'], ['gsi3']);
    this.queue.grant(lambda, 'sqs:SendMessage');
    new Schedule(this, 'EveryMinute', {
      description: 'Looks for feeds that are due',
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      target: runFunction(this, lambda, { retryAttempts: 0, maxEventAge: Duration.minutes(1) }),
    });
    return lambda;
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

  private addIngest(store: Store, settings: Settings, pages: IFunction): DatelineFunction {
    const made = new DatelineFunction(this, 'Ingest', {
      handler: 'ingest',
      description: 'Fetches feeds and pages, finds who said what and when, and stores it',
      timeout: INGEST_TIMEOUT,
      memorySize: 512,
      environment: {
        [ENVIRONMENT.stage]: settings.stage,
        [ENVIRONMENT.table]: store.table.tableName,
        [ENVIRONMENT.queueUrl]: this.queue.queueUrl,
        [ENVIRONMENT.pagesFunction]: pages.functionName,
        [ENVIRONMENT.retentionDays]: String(settings.retentionDays),
        [ENVIRONMENT.contact]: settings.contact,
        [ENVIRONMENT.allowHosts]: settings.allowHosts.join(','),
      },
    });
    const { lambda } = made;
    store.grant(lambda, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'BatchWriteItem']);
    // The construct's own grant would allow all versions too.
    Grant.addToPrincipal({ grantee: lambda, actions: ['lambda:InvokeFunction'], resourceArns: [pages.functionArn] });
    lambda.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: BATCH,
        maxConcurrency: settings.concurrency,
        reportBatchItemFailures: true,
      }),
    );
    return made;
  }
}
