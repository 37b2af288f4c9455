import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { describeError } from '../model/errors.ts';
import { type Message, messageSchema } from '../model/message.ts';
import type { Log } from '../model/ports.ts';

/** So many hosts are asked side by side: all of a batch. */
const GROUPS_AT_ONCE = 10;

/** What is done with one message; `receiveCount` is 1 for a message that is received for the first time. */
export type MessageHandler = (message: Message, receiveCount: number) => Promise<unknown>;

/**
 * Handles the messages of a FIFO batch: those of one group one after the other, several groups side by side. Answers those that failed, to be received
 * again. What stands behind a failed message in its group is handled all the same: messages stand for themselves, and given back with it they would
 * come to the dead letters with it.
 */
export async function handleFifoBatch(event: SQSEvent, handle: MessageHandler, log: Log): Promise<SQSBatchResponse> {
  const failed = new Set<string>();
  const waiting = groupsOf(event.Records);
  const work = async (): Promise<void> => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      for (const record of group) if (!(await isHandled(record, handle, log))) failed.add(record.messageId);
    }
  };
  await Promise.all(Array.from({ length: GROUPS_AT_ONCE }, work));
  const failures = event.Records.filter(({ messageId }) => failed.has(messageId));
  return { batchItemFailures: failures.map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

function groupsOf(records: SQSRecord[]): SQSRecord[][] {
  const groups = new Map<string | undefined, SQSRecord[]>();
  for (const record of records) {
    const group = record.attributes.MessageGroupId;
    groups.set(group, [...(groups.get(group) ?? []), record]);
  }
  return [...groups.values()];
}

async function isHandled(record: SQSRecord, handle: MessageHandler, log: Log): Promise<boolean> {
  try {
    await handle(parse(record), Number(record.attributes.ApproximateReceiveCount));
    return true;
  } catch (error) {
    const { messageId, body, attributes } = record;
    const { MessageGroupId: group } = attributes;
    log.error('message failed', { messageId, group, body, error: describeError(error), stack: stackOf(error) });
    return false;
  }
}

const parse = (record: SQSRecord): Message => messageSchema.parse(JSON.parse(record.body));
const stackOf = (error: unknown): string | undefined => (error instanceof Error ? error.stack : undefined);
