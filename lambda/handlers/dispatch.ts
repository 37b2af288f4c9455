import { SQSClient } from '@aws-sdk/client-sqs';
import type { Context } from 'aws-lambda';
import { dispatch } from '../pipeline/dispatch.ts';
import { createDueStore } from '../store/create-due-store.ts';
import { cloudTable, systemClock } from './clients.ts';
import { createLog } from './log.ts';
import { readSettings } from './settings.ts';
import { createSqsQueue } from './sqs-queue.ts';

const { table, queueUrl } = readSettings(['table', 'queueUrl'], process.env);
/** As many as 100,000 feeds have with 50 polls a day, and half as many more. */
const FEEDS_A_MINUTE = 5_000;
const log = createLog('dispatch');
const deps = {
  store: createDueStore(cloudTable(table, log)),
  queue: createSqsQueue({ client: new SQSClient({}), queueUrl }),
  clock: systemClock,
  log,
  limit: FEEDS_A_MINUTE,
};

/** Run by the schedule every minute: sends the feeds and pages that are due. */
export async function handler(_event: unknown, context: Context): Promise<{ sent: number; pages: number }> {
  return dispatch({ ...deps, run: context.awsRequestId });
}
