import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { groupBy } from '../common/group-by.ts';
import { describeError, InterruptedError, stackOf } from '../model/errors.ts';
import type { Message } from '../model/message.ts';
import type { Clock, Log } from '../model/ports.ts';
import { readPack } from './packs.ts';

/** So many hosts are asked side by side. */
export const HOSTS_AT_ONCE = 40;
/** For so long redelivered messages are begun, and then for as long those that come for the first time. */
export const BEGINNING_MILLISECONDS = 60_000;
/** One message has so long in all, its waiting for hosts and for other bodies included. */
export const MESSAGE_MILLISECONDS = 90_000;
/** After this nothing is begun, so that the last message ends within the function's five minutes. */
const LAST_BEGINNING_MILLISECONDS = 200_000;
/** Characters of a body that are logged where it can't be read. */
const MOST_LOGGED = 10_000;

/** What is done with one message; `receiveCount` is 1 for a message that is received for the first time. */
export type MessageHandler = (message: Message, receiveCount: number, signal: AbortSignal) => Promise<unknown>;

/** What handling a batch needs. */
export interface BatchTools {
  log: Log;
  clock: Clock;
  /** A signal that is aborted after so many milliseconds; `AbortSignal.timeout` by default. */
  abortAfter?: (milliseconds: number) => AbortSignal;
}

interface Delivery {
  message: Message;
  receiveCount: number;
}

/**
 * Handles the packs of a FIFO batch, whose messages are begun in this order:
 * 1. Redelivered ones, one at a time and nothing beside it, for a minute: a worker that stopped before may have stopped over one of them.
 * 2. First deliveries for a minute: those of one host one after the other, several hosts side by side.
 *
 * What could not be begun, or was not done within its time, is left: it is still due, so dispatch sends it anew. So is a message whose handler throws, for
 * whatever SQS would redeliver holds up its lane. Answers only the records that can't be read, to be received again until they are dead letters.
 */
export async function handleFifoBatch(
  event: SQSEvent,
  handle: MessageHandler,
  { log, clock, abortAfter = AbortSignal.timeout }: BatchTools,
): Promise<SQSBatchResponse> {
  const unreadable: SQSRecord[] = [];
  const deliveries = event.Records.flatMap((record): Delivery[] => {
    const { messageId, attributes, body } = record;
    try {
      const receiveCount = Number(attributes.ApproximateReceiveCount);
      return readPack(body).map((message) => ({ message, receiveCount }));
    } catch (error) {
      unreadable.push(record);
      const more = { body: body.slice(0, MOST_LOGGED), error: describeError(error) };
      log.error('a record of the queue cannot be read', { messageId, group: attributes.MessageGroupId, ...more });
      return [];
    }
  });

  let left = 0;
  const work = async ({ message, receiveCount }: Delivery): Promise<void> => {
    try {
      await handle(message, receiveCount, abortAfter(MESSAGE_MILLISECONDS));
    } catch (error) {
      left += 1;
      if (error instanceof InterruptedError) return;
      log.error('message failed', { sent: message, error: describeError(error), stack: stackOf(error) });
    }
  };
  const start = clock.now();
  const begin = async (lines: Delivery[][]): Promise<void> => {
    const end = Math.min(clock.now() + BEGINNING_MILLISECONDS, start + LAST_BEGINNING_MILLISECONDS);
    const waiting = [...lines];
    const worker = async (): Promise<void> => {
      for (let line = waiting.shift(); line; line = waiting.shift()) {
        for (const delivery of line) {
          if (clock.now() < end) await work(delivery);
          else left += 1;
        }
      }
    };
    await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, worker));
  };

  const [redelivered, first] = [deliveries.filter(isRedelivered), deliveries.filter((one) => !isRedelivered(one))];
  await begin([redelivered]);
  await begin([...groupBy(first, ({ message }) => message.host).values()]);
  if (left > 0) log.warn('messages are left for another run', { left, of: deliveries.length });
  return { batchItemFailures: unreadable.map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

const isRedelivered = ({ receiveCount }: Delivery): boolean => receiveCount > 1;
