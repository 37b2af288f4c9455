import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { groupBy } from '../common/group-by.ts';
import { describeError } from '../model/errors.ts';
import type { Message } from '../model/message.ts';
import type { Log } from '../model/ports.ts';
import { messagesIn } from './queue-body.ts';

/** So many hosts are asked side by side. */
export const HOSTS_AT_ONCE = 40;

/** What is done with one message; `receiveCount` is 1 for a message that is received for the first time. */
export type MessageHandler = (message: Message, receiveCount: number) => Promise<unknown>;

/** A message with the record of the queue in which it came. */
interface Delivery {
  message: Message;
  record: SQSRecord;
  receiveCount: number;
}

/**
 * Handles the messages of a FIFO batch, several to a record: those of one host one after the other, several hosts side by side. What comes for the
 * second time is handled first, each message alone: where one of them ends the worker, it is that one which was put off, and no other. Answers the
 * records that have a message which failed, to be received again. What stands behind a failed message is handled all the same: messages stand for
 * themselves, and what is done is dropped when its record comes again. Once `isOver` no other message is begun: its feed or page stays due, and is sent anew.
 */
export async function handleFifoBatch(
  event: SQSEvent,
  handle: MessageHandler,
  { log, isOver }: { log: Log; isOver: () => boolean },
): Promise<SQSBatchResponse> {
  const failed = new Set<string>();
  const fail = ({ messageId, body, attributes }: SQSRecord, error: unknown, message?: Message): void => {
    const { MessageGroupId: group } = attributes;
    const what = message ? { message } : { body };
    failed.add(messageId);
    log.error('message failed', { messageId, group, ...what, error: describeError(error), stack: stackOf(error) });
  };
  let left = 0;
  const work = async ({ message, record, receiveCount }: Delivery): Promise<void> => {
    if (isOver()) {
      left += 1;
      return;
    }
    try {
      await handle(message, receiveCount);
    } catch (error) {
      fail(record, error, message);
    }
  };

  const all = event.Records.flatMap((record) => deliveriesOf(record, fail));
  for (const again of all.filter(({ receiveCount }) => receiveCount > 1)) await work(again);
  const first = all.filter(({ receiveCount }) => receiveCount === 1);
  const waiting = [...groupBy(first, ({ message }) => message.host).values()];
  const next = async (): Promise<void> => {
    for (let ofHost = waiting.shift(); ofHost; ofHost = waiting.shift()) for (const one of ofHost) await work(one);
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, next));
  if (left > 0) log.info('messages are left, for they would keep others waiting', { left });

  const failures = event.Records.filter(({ messageId }) => failed.has(messageId));
  return { batchItemFailures: failures.map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

function deliveriesOf(record: SQSRecord, fail: (record: SQSRecord, error: unknown) => void): Delivery[] {
  const receiveCount = Number(record.attributes.ApproximateReceiveCount);
  try {
    return messagesIn(record.body).map((message) => ({ message, record, receiveCount }));
  } catch (error) {
    fail(record, error);
    return [];
  }
}

const stackOf = (error: unknown): string | undefined => (error instanceof Error ? error.stack : undefined);
