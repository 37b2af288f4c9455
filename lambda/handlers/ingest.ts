import { setTimeout as pause } from 'node:timers/promises';
import { LambdaClient } from '@aws-sdk/client-lambda';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { createFetcher } from '../fetch/create-fetcher.ts';
import { createPoliteFetcher } from '../fetch/polite-fetcher.ts';
import { userAgent } from '../fetch/user-agent.ts';
import { ingestFeed } from '../pipeline/ingest-feed.ts';
import { ingestPage } from '../pipeline/ingest-page.ts';
import { createCloudStore, systemClock } from './clients.ts';
import { handleFifoBatch } from './fifo-batch.ts';
import { createLambdaPageReader } from './lambda-page-reader.ts';
import { createLog } from './log.ts';
import { readSettings } from './settings.ts';

/** Longer than the function that reads pages may take. */
const READING_MILLISECONDS = 20_000;

const { table, pagesFunction, retentionDays, contact, allowHosts } = readSettings(
  ['table', 'pagesFunction', 'retentionDays', 'contact', 'allowHosts'],
  process.env,
);
const log = createLog('ingest');
const fetcher = createPoliteFetcher(createFetcher({ contact, allowHosts }, systemClock), {
  clock: systemClock,
  delay: (milliseconds) => pause(milliseconds),
});
const deps = {
  fetcher,
  readPage: createLambdaPageReader({
    client: new LambdaClient({ requestHandler: { requestTimeout: READING_MILLISECONDS } }),
    functionName: pagesFunction,
  }),
  store: createCloudStore(table),
  clock: systemClock,
  log,
  retentionDays,
  jitter: Math.random,
  userAgent: userAgent(contact),
};

/**
 * Run by the queue with up to five feeds and pages: fetches each, and answers those to be delivered again. It ends when every host that it asked may be asked
 * again: until then the queue keeps the host's next messages back, so that the next worker keeps the distance without knowing of this one.
 */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const response = await handleFifoBatch(
    event,
    async (message, receiveCount) => {
      if (message.kind === 'page') {
        log.info('page tried', { ...(await ingestPage(message, { ...deps, receiveCount })) });
        return;
      }
      const { document, ...report } = await ingestFeed(message, { ...deps, receiveCount });
      log.info('feed polled', {
        ...report,
        newItems: document?.newItems ?? 0,
        changedItems: document?.changedItems ?? 0,
      });
    },
    log,
  );
  await fetcher.rest();
  return response;
}
