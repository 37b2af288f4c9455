import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { type BatchQueue, hideFor } from './hide-for.ts';

/** What has failed is tried again after so long: it holds up its lane meanwhile. */
const SECONDS = 60;

/** Lets failed messages be received again in a minute; where that cannot be told, they come somewhat later. */
export async function retrySoon(
  { Records }: SQSEvent,
  { batchItemFailures }: SQSBatchResponse,
  queue: BatchQueue,
): Promise<void> {
  const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  const records = Records.filter(({ messageId }) => failed.has(messageId));
  await hideFor(SECONDS, records, queue, 'failed messages could not be called back early');
}
