import { setTimeout as pause } from 'node:timers/promises';
import { LambdaClient } from '@aws-sdk/client-lambda';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { withFields } from '../common/with-fields.ts';
import { createFetcher } from '../fetch/create-fetcher.ts';
import { createPoliteFetcher } from '../fetch/polite-fetcher.ts';
import { userAgent } from '../fetch/user-agent.ts';
import type { Message } from '../model/message.ts';
import { type BatchMetrics, countPoll, measuredStore, newBatchMetrics } from '../pipeline/batch-metrics.ts';
import { createBodySemaphore } from '../pipeline/body-semaphore.ts';
import { ingestFeed } from '../pipeline/ingest-feed.ts';
import { ingestPage } from '../pipeline/ingest-page.ts';
import { createIngestStore } from '../store/create-ingest-store.ts';
import { cloudTable, systemClock } from './clients.ts';
import { garbageCollector } from './collect-garbage.ts';
import { handleFifoBatch } from './fifo-batch.ts';
import { idleMilliseconds } from './idle-milliseconds.ts';
import { createLambdaArticleExtractor } from './lambda-article-extractor.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createPollLog, type PollLog } from './poll-log.ts';
import { readSettings } from './settings.ts';

/** Longer than the article extractor may take. */
const EXTRACTOR_MILLISECONDS = 20_000;

const { stage, table, articleExtractor, retentionDays, contact, allowHosts } = readSettings(
  ['stage', 'table', 'articleExtractor', 'retentionDays', 'contact', 'allowHosts'],
  process.env,
);
const log = createLog('ingest');
const metrics = createMetrics('ingest', stage);
const fetcher = createPoliteFetcher(createFetcher({ contact, allowHosts }, systemClock), {
  clock: systemClock,
  delay: (milliseconds) => pause(milliseconds),
});
const store = createIngestStore(cloudTable(table, log));
const deps = {
  fetcher,
  clock: systemClock,
  retentionDays,
  jitter: Math.random,
  userAgent: userAgent(contact),
  // Of a document of 15 MB some 200 MB are garbage when it has been read; left to itself, V8 begins the next one on top of them.
  bodies: createBodySemaphore({ afterLarge: garbageCollector() }),
  readPage: createLambdaArticleExtractor({
    client: new LambdaClient({ requestHandler: { requestTimeout: EXTRACTOR_MILLISECONDS } }),
    functionName: articleExtractor,
  }),
};

/**
 * Run by the queue with a pack of feeds and pages of one lane: fetches each, and answers the records that can't be read. It ends when every host that it
 * asked may be asked again, as early as the queue may have more for one of them: until then the queue keeps the lane's next messages back, so that the next
 * worker keeps the distance without knowing of this one.
 */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const batch = { metrics: newBatchMetrics(), polls: createPollLog(log) };
  const response = await handleFifoBatch(
    event,
    (message, receiveCount, signal) => work(message, { receiveCount, signal }, batch),
    { log, clock: systemClock },
  );
  batch.polls.write();
  metrics.write(batch.metrics);
  await fetcher.rest(idleMilliseconds(event, systemClock.now()));
  return response;
}

async function work(
  message: Message,
  delivery: { receiveCount: number; signal: AbortSignal },
  batch: { metrics: BatchMetrics; polls: PollLog },
): Promise<void> {
  const { run, host } = message;
  const own = withFields(log, { run, host });
  const items: string[] = [];
  const measured = measuredStore(store, batch.metrics, (id) => items.push(id));
  const withOwn = { ...deps, ...delivery, store: measured, log: own };
  if (message.kind === 'page') {
    own.info('page tried', { ...(await ingestPage(message, withOwn)) });
    return;
  }
  const report = await ingestFeed(message, withOwn);
  countPoll(batch.metrics, report);
  batch.polls.add(message, report, items);
}
