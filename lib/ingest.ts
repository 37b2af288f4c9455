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
// A run begins messages for five minutes at most; ten documents of the largest size, which are read one after the other, take ten.
const INGEST_TIMEOUT = Duration.minutes(12);
/** Memory of the function that reads feeds: the worst that it may get, ten documents of the largest size, takes three quarters of it (bench/README.md). */
export const INGEST_MEGABYTES = 384;
/** Young objects have half of what V8 gives them by itself: of a small memory the rest is wanted for a large document. */
export const INGEST_NODE_OPTIONS = '--enable-source-maps --max-semi-space-size=8';
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
      memorySize: INGEST_MEGABYTES,
      environment: {
        NODE_OPTIONS: INGEST_NODE_OPTIONS,
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
