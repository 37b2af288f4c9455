import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, type SQSClient } from '@aws-sdk/client-sqs';
import { sha256 } from '../common/hash.ts';
import { DatelineError } from '../model/errors.ts';
import { deduplicationId } from '../model/message.ts';
import type { Queue } from '../model/ports.ts';
import { type Pack, packMessages } from './pack-messages.ts';
import { bodyOf } from './queue-body.ts';

/** As many as SQS takes in one request, */
const BATCH = 10;
/** or as take so many bytes. */
const BATCH_BYTES = 250_000;

/**
 * A FIFO queue of SQS: messages travel in packs, ten of these a request at most, in as many groups as there are lanes.
 * `send` tries every message, then throws DatelineError `queue-refused` that counts and names those that SQS did not take.
 */
export function createSqsQueue({ client, queueUrl }: { client: SQSClient; queueUrl: string }): Queue {
  const sendBatch = async (packs: Sending[]): Promise<string[]> => {
    const Entries = packs.map(({ entry }) => entry);
    const refusal = ({ pack }: Sending, reason: string): string[] =>
      pack.messages.map((message) => `${deduplicationId(message)}: ${reason}`);
    try {
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
      return Failed.flatMap(({ Id, Code, Message: reason }) => {
        const sent = packs.find(({ entry }) => entry.Id === Id);
        return sent ? refusal(sent, `${Code} ${reason ?? ''}`.trim()) : [];
      });
    } catch (error) {
      return packs.flatMap((sent) => refusal(sent, String(error)));
    }
  };
  return {
    async send(messages) {
      const refused: string[] = [];
      for (const batch of batchesOf(packMessages(messages).map(toSending))) refused.push(...(await sendBatch(batch)));
      if (refused.length === 0) return;
      const shown = refused.slice(0, 3).join('; ');
      throw new DatelineError('queue-refused', `${refused.length} of ${messages.length} messages not sent: ${shown}`);
    },
  };
}

interface Sending {
  pack: Pack;
  entry: SendMessageBatchRequestEntry & { MessageBody: string };
}

function toSending(pack: Pack, index: number): Sending {
  // Hashed, for a feed's id may have any length and characters.
  const ids = pack.messages.map((message) => sha256(deduplicationId(message)));
  return {
    pack,
    entry: {
      Id: String(index),
      MessageBody: bodyOf(pack.messages),
      MessageGroupId: pack.lane,
      MessageDeduplicationId: ids.length === 1 ? ids[0] : sha256(...ids),
    },
  };
}

function batchesOf(all: Sending[]): Sending[][] {
  const batches: Sending[][] = [];
  let bytes = 0;
  for (const one of all) {
    const size = Buffer.byteLength(one.entry.MessageBody);
    const batch = batches.at(-1);
    if (batch && batch.length < BATCH && bytes + size <= BATCH_BYTES) batch.push(one);
    else {
      batches.push([one]);
      bytes = 0;
    }
    bytes += size;
  }
  return batches;
}
