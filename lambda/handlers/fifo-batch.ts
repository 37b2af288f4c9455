import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { groupBy } from '../common/group-by.ts';
import { describeError } from '../model/errors.ts';
import type { Message } from '../model/message.ts';
import type { Clock, Log } from '../model/ports.ts';
import { unpack } from './unpack.ts';

/** So many hosts are asked side by side. */
export const HOSTS_AT_ONCE = 40;
/** For so long messages are begun that come for the first time: a slow host with many feeds must not hold up the hosts of ten lanes. */
const FIRST_MILLISECONDS = 60_000;
/** And before them those that come again, each alone. */
const AGAIN_MILLISECONDS = 240_000;
/** Characters of a message that are logged when it fails. */
const MOST_LOGGED = 10_000;

/** What is done with one message; `receiveCount` is 1 for a message that is received for the first time. */
export type MessageHandler = (message: Message, receiveCount: number) => Promise<unknown>;

interface Delivery {
  message: Message;
  record: SQSRecord;
  receiveCount: number;
}

/**
 * Handles the messages of a FIFO batch. First what comes again, one message at a time and nothing beside it: whatever stops the worker now is the one in
 * work. Then the others: those of one host one after the other, several hosts side by side. Answers the records of which a message failed, to be
 * received again; the others of its pack are handled all the same. What could not be begun in time is left: it is still due, and is sent anew.
 */
export async function handleFifoBatch(
  event: SQSEvent,
  handle: MessageHandler,
  { log, clock }: { log: Log; clock: Clock },
): Promise<SQSBatchResponse> {
  const failed = new Set<string>();
  const fail = ({ messageId, attributes }: SQSRecord, body: string, error: unknown): void => {
    failed.add(messageId);
    const { MessageGroupId: group } = attributes;
    const more = { body: body.slice(0, MOST_LOGGED), error: describeError(error), stack: stackOf(error) };
    log.error('message failed', { messageId, group, ...more });
  };
  const deliveries = event.Records.flatMap((record): Delivery[] => {
    const { messages, unread } = unpack(record.body);
    for (const { text, error } of unread) fail(record, text, error);
    const receiveCount = Number(record.attributes.ApproximateReceiveCount);
    return messages.map((message) => ({ message, record, receiveCount }));
  });
  const work = async ({ message, record, receiveCount }: Delivery): Promise<void> => {
    try {
      await handle(message, receiveCount);
    } catch (error) {
      fail(record, JSON.stringify(message), error);
    }
  };

  const [again, first] = [deliveries.filter(isAgain), deliveries.filter((delivery) => !isAgain(delivery))];
  const alone = await inLines([again], work, { clock, milliseconds: AGAIN_MILLISECONDS });
  const hosts = [...groupBy(first, ({ message }) => message.host).values()];
  const left = alone + (await inLines(hosts, work, { clock, milliseconds: FIRST_MILLISECONDS }));
  if (left > 0) log.warn('messages are left for another run', { left, of: deliveries.length });
  const failures = event.Records.filter(({ messageId }) => failed.has(messageId));
  return { batchItemFailures: failures.map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

const isAgain = ({ receiveCount }: Delivery): boolean => receiveCount > 1;

/** Works on several lines side by side, on each in its order, and begins nothing when the time is over; answers how much is left. */
async function inLines(
  lines: Delivery[][],
  work: (delivery: Delivery) => Promise<void>,
  { clock, milliseconds }: { clock: Clock; milliseconds: number },
): Promise<number> {
  const waiting = [...lines];
  const end = clock.now() + milliseconds;
  let left = 0;
  const worker = async (): Promise<void> => {
    for (let line = waiting.shift(); line; line = waiting.shift()) {
      for (const delivery of line) {
        if (clock.now() < end) await work(delivery);
        else left += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, worker));
  return left;
}

const stackOf = (error: unknown): string | undefined => (error instanceof Error ? error.stack : undefined);
