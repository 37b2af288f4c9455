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
const EXTRACTOR_TIMEOUT = Duration.seconds(15);
/** A run begins redelivered messages for a minute, then others for a minute, and each message has 90 s (lambda/handlers/fifo-batch.ts). */
const INGEST_TIMEOUT = Duration.minutes(5);
/** Fixed: longer than a run, so that a message is never with two workers, and no longer than a lane may wait where its worker was killed. */
const VISIBILITY = Duration.seconds(330);
/** A throttled receive counts too: three of them lose nothing, and the fourth finds what killed a worker put off. */
const MOST_RECEIVES = 4;
/** Memory of the function that reads feeds: bodies of the largest size, ten at once, take three quarters of it (bench/README.md). */
export const INGEST_MEGABYTES = 512;
/** One pack a run, which is of one lane: a worker that is killed holds up no other. */
const BATCH = 1;
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
  readonly articleExtractor: IFunction;
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { store, settings }: { store: Store; settings: Settings }) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', { ...QUEUE, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, 'Queue', {
      ...QUEUE,
      // A feed stays due until it is read, so that what waits longer than this is sent anew.
      retentionPeriod: Duration.days(1),
      visibilityTimeout: VISIBILITY,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MOST_RECEIVES },
    });
    this.dispatch = this.addDispatch(store);
    this.articleExtractor = this.addArticleExtractor();
    const { lambda, log } = this.addIngest(store, settings, this.articleExtractor);
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

  /** This function gets a page's bytes in its call and returns the article. Its role allows nothing but writing its own log. */
  private addArticleExtractor(): IFunction {
    const { lambda } = new DatelineFunction(this, 'ArticleExtractor', {
      handler: 'article-extractor',
      description: 'Takes the article from a page that ingest has fetched',
      timeout: EXTRACTOR_TIMEOUT,
      memorySize: 1024,
      environment: {},
    });
    return lambda;
  }

  private addIngest(store: Store, settings: Settings, articleExtractor: IFunction): DatelineFunction {
    const made = new DatelineFunction(this, 'Ingest', {
      handler: 'ingest',
      description: 'Fetches feeds and pages, finds who said what and when, and stores it',
      timeout: INGEST_TIMEOUT,
      memorySize: INGEST_MEGABYTES,
      environment: {
        [ENVIRONMENT.stage]: settings.stage,
        [ENVIRONMENT.table]: store.table.tableName,
        [ENVIRONMENT.articleExtractor]: articleExtractor.functionName,
        [ENVIRONMENT.retentionDays]: String(settings.retentionDays),
        [ENVIRONMENT.contact]: settings.contact,
        [ENVIRONMENT.allowHosts]: settings.allowHosts.join(','),
      },
    });
    const { lambda } = made;
    store.grant(lambda, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'BatchWriteItem']);
    // The construct's own grant would allow all versions too.
    Grant.addToPrincipal({
      grantee: lambda,
      actions: ['lambda:InvokeFunction'],
      resourceArns: [articleExtractor.functionArn],
    });
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
