import { setTimeout as pause } from 'node:timers/promises';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { withFields } from '../common/with-fields.ts';
import { createFetcher } from '../fetch/create-fetcher.ts';
import { createPoliteFetcher } from '../fetch/polite-fetcher.ts';
import { LARGE_BYTES } from '../fetch/settings.ts';
import { userAgent } from '../fetch/user-agent.ts';
import type { PageReader } from '../fulltext/page-result.ts';
import type { Message } from '../model/message.ts';
import { type ByteGate, createByteGate } from '../pipeline/byte-gate.ts';
import { ingestFeed } from '../pipeline/ingest-feed.ts';
import { ingestPage } from '../pipeline/ingest-page.ts';
import { createLargeRoom } from '../pipeline/large-room.ts';
import { countPoll, type Meter, meteredStore, newMeter } from '../pipeline/meter.ts';
import { createIngestStore } from '../store/create-ingest-store.ts';
import { cloudTable, systemClock, systemEvery } from './clients.ts';
import { garbageCollector } from './collect-garbage.ts';
import { handleFifoBatch } from './fifo-batch.ts';
import { keepHidden } from './keep-hidden.ts';
import { createLambdaPageReader } from './lambda-page-reader.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { nobodyFor } from './nobody-for.ts';
import { createPollLog, type PollLog } from './poll-log.ts';
import { retrySoon } from './retry-soon.ts';
import { readSettings } from './settings.ts';

/** Longer than the function that reads pages may take. */
const READING_MILLISECONDS = 20_000;
/** An answer of the queue that does not come must not hold up the end of a run. */
const QUEUE_TIMES = { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true };
/** As many runs as a new account may have at once: a run has pages of many hosts in work, and what Lambda refuses has failed. */
const PAGES_AT_ONCE = 10;

const { stage, table, queueUrl, pagesFunction, retentionDays, contact, allowHosts } = readSettings(
  ['stage', 'table', 'queueUrl', 'pagesFunction', 'retentionDays', 'contact', 'allowHosts'],
  process.env,
);
const log = createLog('ingest');
const metrics = createMetrics('ingest', stage);
const queue = { client: new SQSClient({ requestHandler: QUEUE_TIMES }), queueUrl, log };
const fetcher = createPoliteFetcher(createFetcher({ contact, allowHosts }, systemClock), {
  clock: systemClock,
  delay: (milliseconds) => pause(milliseconds),
});
const store = createIngestStore(cloudTable(table));
/** Of documents that are read at once: reading takes some ten times as much memory, and the function has some hundred megabytes for it. */
const DOCUMENT_BYTES = 8_000_000;
// Of a large document two thirds of the heap are garbage when it has been read, and as much as it takes itself when it has come.
const collectGarbage = garbageCollector();
const room = createLargeRoom(collectGarbage);
const documents = createByteGate(DOCUMENT_BYTES);
const gate: ByteGate = (bytes, work) =>
  documents(bytes, () => {
    if (bytes > LARGE_BYTES) collectGarbage();
    return work();
  });
const readPage = createLambdaPageReader({
  client: new LambdaClient({ requestHandler: { requestTimeout: READING_MILLISECONDS } }),
  functionName: pagesFunction,
});
/** Each page counts as one. */
const pagesGate = createByteGate(PAGES_AT_ONCE);
const deps = {
  readPage: ((bytes, context) => pagesGate(1, async () => readPage(bytes, context))) satisfies PageReader,
  clock: systemClock,
  retentionDays,
  jitter: Math.random,
  userAgent: userAgent(contact),
  gate,
};

/**
 * Run by the queue with up to ten packs of feeds and pages: fetches each, and answers the packs to be delivered again. It ends
 * when every host that it asked may be asked again, as early as the queue may have more for one of them: until then the queue keeps the host's next messages
 * back, so that the next worker keeps the distance without knowing of this one.
 */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const told = { meter: newMeter(), polls: createPollLog(log) };
  const handle = (message: Message, receiveCount: number) => work(message, receiveCount, told);
  const response = await keepHidden(event, { ...queue, every: systemEvery }, () =>
    handleFifoBatch(event, handle, { log, clock: systemClock }),
  );
  await retrySoon(event, response, queue);
  told.polls.write();
  metrics.write(told.meter);
  await fetcher.rest(nobodyFor(event, systemClock.now()));
  return response;
}

async function work(
  message: Message,
  receiveCount: number,
  { meter, polls }: { meter: Meter; polls: PollLog },
): Promise<void> {
  const { run, host } = message;
  const own = withFields(log, { run, host });
  const items: string[] = [];
  const withOwn = { ...deps, store: meteredStore(store, meter, (id) => items.push(id)), log: own, receiveCount };
  if (message.kind === 'page') {
    const report = await room(fetcher, (roomy) => ingestPage(message, { ...withOwn, fetcher: roomy }));
    own.info('page tried', { ...report });
    return;
  }
  const report = await room(fetcher, (roomy) => ingestFeed(message, { ...withOwn, fetcher: roomy }));
  countPoll(meter, report);
  polls.add(message, report, items);
}
