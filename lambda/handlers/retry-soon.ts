import { ChangeMessageVisibilityBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { describeError } from '../model/errors.ts';
import type { Log } from '../model/ports.ts';

/** The queue would keep a failed message, and with it its group, for as long as a batch may take; so long is enough. */
const SECONDS = 60;

/** Lets failed messages be received again in a minute, so that they hold up their group no longer than that. */
export async function retrySoon(
  event: SQSEvent,
  { batchItemFailures }: SQSBatchResponse,
  deps: { client: SQSClient; queueUrl: string; log: Log },
): Promise<void> {
  const { client, queueUrl: QueueUrl, log } = deps;
  const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  const records = event.Records.filter(({ messageId }) => failed.has(messageId));
  if (records.length === 0) return;
  const Entries = records.map(({ receiptHandle: ReceiptHandle }, index) => ({
    Id: String(index),
    ReceiptHandle,
    VisibilityTimeout: SECONDS,
  }));
  try {
    await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
  } catch (error) {
    // The message comes again all the same, only later.
    log.warn('failed messages could not be called back early', { ...describeError(error) });
  }
}
