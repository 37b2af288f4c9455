import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, type SQSClient } from '@aws-sdk/client-sqs';
import { sha256 } from '../common/hash.ts';
import { DatelineError } from '../model/errors.ts';
import { deduplicationId } from '../model/message.ts';
import type { Queue } from '../model/ports.ts';
import { LARGEST_BYTES, type Pack, packMessages } from './packs.ts';

/** As many as SQS takes in one request. */
const BATCH = 10;

/** Where a queue is, and how many messages travel together at most; as many as fit by default. */
export interface SqsQueueOptions {
  client: SQSClient;
  queueUrl: string;
  most?: number;
}

/**
 * A FIFO queue of SQS: its groups are lanes, of which a host always has the same one, its messages packs, ten of them a request.
 * `send` tries every message, then throws DatelineError `queue-refused` that counts and names those that SQS did not take.
 */
export function createSqsQueue({ client, queueUrl, most }: SqsQueueOptions): Queue {
  const sendBatch = async (packs: Pack[]): Promise<string[]> => {
    const Entries = packs.map(toEntry);
    const refusedOf = (pack: Pack | undefined, why: string): string[] =>
      pack?.messages.map((message) => `${deduplicationId(message)}: ${why}`.trim()) ?? [why];
    try {
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
      return Failed.flatMap(({ Id, Code, Message: reason }) =>
        refusedOf(packs[Number(Id)], `${Code} ${reason ?? ''}`.trim()),
      );
    } catch (error) {
      return packs.flatMap((pack) => refusedOf(pack, `${error}`));
    }
  };
  return {
    async send(messages) {
      const refused: string[] = [];
      for (const packs of requestsOf(packMessages(messages, most))) refused.push(...(await sendBatch(packs)));
      if (refused.length === 0) return;
      const shown = refused.slice(0, 3).join('; ');
      throw new DatelineError('queue-refused', `${refused.length} of ${messages.length} messages not sent: ${shown}`);
    },
  };
}

function requestsOf(packs: Pack[]): Pack[][] {
  const requests: Pack[][] = [];
  let bytes = 0;
  for (const pack of packs) {
    const own = Buffer.byteLength(pack.body);
    const request = requests.at(-1);
    if (request === undefined || request.length === BATCH || bytes + own > LARGEST_BYTES) {
      requests.push([pack]);
      bytes = own;
    } else {
      request.push(pack);
      bytes += own;
    }
  }
  return requests;
}

function toEntry({ lane, messages, body }: Pack, index: number): SendMessageBatchRequestEntry {
  return {
    Id: String(index),
    MessageBody: body,
    MessageGroupId: lane,
    // Hashed, for a feed's id may have any length and characters.
    MessageDeduplicationId: sha256(...messages.map(deduplicationId)),
  };
}
