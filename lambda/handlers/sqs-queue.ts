import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, type SQSClient } from '@aws-sdk/client-sqs';
import { sha256 } from '../common/hash.ts';
import { DatelineError } from '../model/errors.ts';
import { deduplicationId, type Message } from '../model/message.ts';
import type { Queue } from '../model/ports.ts';

/** As many as SQS takes in one request. */
const BATCH = 10;
/** What SQS takes as a group: up to 128 letters, digits and punctuation. */
const GROUP = /^[!-~]{1,128}$/;

/**
 * A FIFO queue of SQS: one group a host, ten messages a request.
 * `send` tries every message, then throws DatelineError `queue-refused` that counts and names those that SQS did not take.
 */
export function createSqsQueue({ client, queueUrl }: { client: SQSClient; queueUrl: string }): Queue {
  const sendBatch = async (messages: Message[]): Promise<string[]> => {
    const Entries = messages.map(toEntry);
    try {
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
      return Failed.map(({ Id, Code, Message: reason }) => {
        const message = messages[Number(Id)];
        return `${message ? deduplicationId(message) : Id}: ${Code} ${reason ?? ''}`.trim();
      });
    } catch (error) {
      return messages.map((message) => `${deduplicationId(message)}: ${error}`);
    }
  };
  return {
    async send(messages) {
      const refused: string[] = [];
      for (let start = 0; start < messages.length; start += BATCH) {
        refused.push(...(await sendBatch(messages.slice(start, start + BATCH))));
      }
      if (refused.length === 0) return;
      const shown = refused.slice(0, 3).join('; ');
      throw new DatelineError('queue-refused', `${refused.length} of ${messages.length} messages not sent: ${shown}`);
    },
  };
}

function toEntry(message: Message, index: number): SendMessageBatchRequestEntry {
  return {
    Id: String(index),
    MessageBody: JSON.stringify(message),
    MessageGroupId: GROUP.test(message.host) ? message.host : sha256(message.host),
    // Hashed, for a feed's id may have any length and characters.
    MessageDeduplicationId: sha256(deduplicationId(message)),
  };
}
