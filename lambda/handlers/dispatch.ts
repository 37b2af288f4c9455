import { SQSClient } from '@aws-sdk/client-sqs';
import type { Context } from 'aws-lambda';
import { dispatch } from '../pipeline/dispatch.ts';
import { newMeter } from '../pipeline/meter.ts';
import { createDueStore } from '../store/create-due-store.ts';
import { cloudTable, systemClock } from './clients.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { readSettings } from './settings.ts';
import { createSqsQueue } from './sqs-queue.ts';

const { stage, table, queueUrl } = readSettings(['stage', 'table', 'queueUrl'], process.env);
const metrics = createMetrics('dispatch', stage);
const deps = {
  store: createDueStore(cloudTable(table)),
  queue: createSqsQueue({ client: new SQSClient({}), queueUrl }),
  clock: systemClock,
  log: createLog('dispatch'),
};

/** Run by the schedule every minute: sends the feeds and pages that are due. */
export async function handler(_event: unknown, context: Context): Promise<{ sent: number; pages: number }> {
  const result = await dispatch({ ...deps, run: context.awsRequestId });
  const meter = newMeter();
  meter.counts.Sent = result.sent + result.pages;
  metrics.write(meter);
  return result;
}
