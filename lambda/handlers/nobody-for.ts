import type { SQSEvent } from 'aws-lambda';
import type { Message } from '../model/message.ts';
import { readPack } from './packs.ts';

/** Less than the time between the last message of one run of dispatch and the first one of the next, a minute after the first one's beginning. */
const BETWEEN_RUNS_MILLISECONDS = 10_000;

/**
 * For how many milliseconds from `now` the queue has nothing for the hosts that this batch has asked: until the next run of dispatch, where the last
 * message of each was the last one that it was sent, and all came a moment ago; else 0, as another one may be waiting.
 */
export function nobodyFor({ Records }: SQSEvent, now: number): number {
  if (Records.length === 0) return 0;
  let messages: Message[];
  try {
    messages = Records.flatMap(({ body }) => readPack(body));
  } catch {
    return 0;
  }
  // A host's messages come in the order in which they were sent.
  const last = new Map(messages.map((message) => [message.host, message]));
  if (![...last.values()].every((message) => message.last === true)) return 0;
  const sent = Math.min(...Records.map(({ attributes }) => Number(attributes.SentTimestamp)));
  return Math.max(0, sent + BETWEEN_RUNS_MILLISECONDS - now);
}
