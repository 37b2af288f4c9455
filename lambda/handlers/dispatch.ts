import { SQSClient } from '@aws-sdk/client-sqs';
import { dispatch } from '../pipeline/dispatch.ts';
import { createCloudStore, systemClock } from './clients.ts';
import { createLog } from './log.ts';
import { readSettings } from './settings.ts';
import { createSqsQueue } from './sqs-queue.ts';

const { table, queueUrl } = readSettings(['table', 'queueUrl'], process.env);
const deps = {
  store: createCloudStore(table),
  queue: createSqsQueue({ client: new SQSClient({}), queueUrl }),
  clock: systemClock,
  log: createLog('dispatch'),
};

/** Run by the schedule every minute: sends the feeds and pages that are due. */
export async function handler(): Promise<{ sent: number; pages: number }> {
  return dispatch(deps);
}
