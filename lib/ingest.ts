import { Duration, Tags } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { DeduplicationScope, FifoThroughputLimit, Queue, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ENVIRONMENT, QUEUE_TAGS, type QueueKind } from '../lambda/model/names.ts';
import { DatelineFunction } from './dateline-function.ts';
import { queueEncryption } from './encryption.ts';
import type { FailedRuns } from './failed-runs.ts';
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
  enforceSSL: true,
};

interface IngestProps {
  store: Store;
  settings: Settings;
  failedRuns: FailedRuns;
  encryptionKey: IKey | undefined;
}

/** Every minute the feeds that are due go into the queue, and from there through the stages into the table. */
export class Ingest extends Construct {
  readonly dispatch: Lambda;
  readonly ingest: Lambda;
  readonly articleExtractor: Lambda;
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { store, settings, failedRuns, encryptionKey }: IngestProps) {
    super(scope, id);
    const queueProps = { ...QUEUE, ...queueEncryption(encryptionKey) };
    this.deadLetters = new Queue(this, 'DeadLetters', { ...queueProps, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, 'Queue', {
      ...queueProps,
      // A feed stays due until it is read, so that what waits longer than this is sent anew.
      retentionPeriod: Duration.days(1),
      visibilityTimeout: VISIBILITY,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MOST_RECEIVES },
    });
    this.dispatch = this.addDispatch(store, failedRuns);
    this.articleExtractor = this.addArticleExtractor();
    this.ingest = this.addIngest(store, settings, this.articleExtractor);
    this.tagQueue(this.queue, 'work', store);
    this.tagQueue(this.deadLetters, 'dead-letters', store);
  }

  private tagQueue(queue: Queue, kind: QueueKind, store: Store): void {
    Tags.of(queue).add(QUEUE_TAGS.table, store.table.tableName);
    Tags.of(queue).add(QUEUE_TAGS.kind, kind);
  }

  private addDispatch(store: Store, failedRuns: FailedRuns): Lambda {
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
    store.grant(lambda, ['GetItem', 'BatchGetItem', 'Query'], ['gsi3']);
    this.queue.grant(lambda, 'sqs:SendMessage');
    new Schedule(this, 'EveryMinute', {
      description: 'Looks for feeds that are due',
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      // The next tick finds what a failed one left.
      target: runFunction(this, lambda, { maxEventAge: Duration.minutes(1), failedRuns }),
    });
    return lambda;
  }

  /** This function gets a page's bytes in its call and returns the article. Its role allows nothing but writing its own log. */
  private addArticleExtractor(): Lambda {
    const { lambda } = new DatelineFunction(this, 'ArticleExtractor', {
      handler: 'article-extractor',
      description: 'Takes the article from a page that ingest has fetched',
      timeout: EXTRACTOR_TIMEOUT,
      memorySize: 1024,
      environment: {},
    });
    return lambda;
  }

  private addIngest(store: Store, settings: Settings, articleExtractor: Lambda): Lambda {
    const { lambda } = new DatelineFunction(this, 'Ingest', {
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
    return lambda;
  }
}
