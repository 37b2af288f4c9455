import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { describeError } from '../model/errors.ts';
import { type Message, messageSchema } from '../model/message.ts';
import type { Log } from '../model/ports.ts';

/** What is done with one message; `receiveCount` is 1 for a message that is received for the first time. */
export type MessageHandler = (message: Message, receiveCount: number) => Promise<unknown>;

/**
 * Handles the messages of a FIFO batch one after the other, and answers those to be received again: a message that
 * failed, and what stands behind it in its group, so that the group's order holds. Other groups go on.
 */
export async function handleFifoBatch(event: SQSEvent, handle: MessageHandler, log: Log): Promise<SQSBatchResponse> {
  const stopped = new Set<string | undefined>();
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const record of event.Records) {
    const group = record.attributes.MessageGroupId;
    if (!stopped.has(group)) {
      try {
        await handle(parse(record), Number(record.attributes.ApproximateReceiveCount));
        continue;
      } catch (error) {
        stopped.add(group);
        const { messageId, body } = record;
        log.error('message failed', { messageId, group, body, error: describeError(error), stack: stackOf(error) });
      }
    }
    batchItemFailures.push({ itemIdentifier: record.messageId });
  }
  return { batchItemFailures };
}

const parse = (record: SQSRecord): Message => messageSchema.parse(JSON.parse(record.body));
const stackOf = (error: unknown): string | undefined => (error instanceof Error ? error.stack : undefined);
