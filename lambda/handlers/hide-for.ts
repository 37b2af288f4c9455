import { ChangeMessageVisibilityBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { describeError } from '../model/errors.ts';
import type { Log } from '../model/ports.ts';

/** The queue that a batch came from. */
export interface BatchQueue {
  client: SQSClient;
  queueUrl: string;
  log: Log;
}

/** Keeps the records of one batch from other workers for so many seconds from now; where SQS refuses, only warns with the given words. */
export async function hideFor(
  seconds: number,
  records: SQSRecord[],
  { client, queueUrl: QueueUrl, log }: BatchQueue,
  warning: string,
): Promise<void> {
  if (records.length === 0) return;
  const Entries = records.map(({ receiptHandle: ReceiptHandle }, index) => ({
    Id: String(index),
    ReceiptHandle,
    VisibilityTimeout: seconds,
  }));
  try {
    const { Failed = [] } = await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
    for (const { Id, Code, Message: reason } of Failed) {
      log.warn(warning, { messageId: records[Number(Id)]?.messageId, code: Code, message: reason });
    }
  } catch (error) {
    log.warn(warning, { ...describeError(error) });
  }
}
