import { ChangeMessageVisibilityBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { describeError } from '../model/errors.ts';
import type { Log } from '../model/ports.ts';

/** So long a batch stays hidden behind the last sign of its worker; the queue's own time, by which it cannot come too early, is more than an hour. */
const SECONDS = 120;
const EVERY_MILLISECONDS = 45_000;

/** Does something every so many milliseconds until it is ended. */
export type Every = (milliseconds: number, work: () => void) => { end(): void };

/** A timer that does not keep the process. */
export const everySoOften: Every = (milliseconds, work) => {
  const timer = setInterval(work, milliseconds).unref();
  return { end: () => clearInterval(timer) };
};

/**
 * Lets the batch be received again two minutes after its worker has died, and no earlier, by hiding it anew as long as the work lasts: it holds up its
 * lanes, which have the feeds of many hosts.
 */
export async function keepHidden<T>(
  { Records }: SQSEvent,
  work: () => Promise<T>,
  { client, queueUrl: QueueUrl, log, every }: { client: SQSClient; queueUrl: string; log: Log; every: Every },
): Promise<T> {
  const hide = async (): Promise<void> => {
    const Entries = Records.map(({ receiptHandle: ReceiptHandle }, index) => ({
      Id: String(index),
      ReceiptHandle,
      VisibilityTimeout: SECONDS,
    }));
    try {
      await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
    } catch (error) {
      // The batch stays hidden for as long as the queue says.
      log.warn('messages could not be kept hidden', { ...describeError(error) });
    }
  };
  let last = hide();
  const timer = every(EVERY_MILLISECONDS, () => {
    last = last.then(hide);
  });
  try {
    return await work();
  } finally {
    timer.end();
    // One under way would hide what is called back early behind it.
    await last;
  }
}
