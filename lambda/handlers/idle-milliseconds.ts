import type { SQSEvent } from 'aws-lambda';
import type { Message } from '../model/message.ts';
import { readPack } from './packs.ts';

/** Shorter than the pause between the last message of one dispatch run and the first message of the next run, which starts a minute after the first. */
const BETWEEN_RUNS_MILLISECONDS = 10_000;

/**
 * How many milliseconds from `now` the queue holds no further message for the hosts of this batch. It is known only where each host's last message carries
 * the `last` mark of its dispatch run: then no message follows before the next run. Otherwise 0, because another message may be waiting.
 */
export function idleMilliseconds({ Records }: SQSEvent, now: number): number {
  if (Records.length === 0) return 0;
  let messages: Message[];
  try {
    messages = Records.flatMap(({ body }) => readPack(body));
  } catch {
    return 0;
  }
  // A FIFO queue delivers the messages of one host in the order of sending.
  const last = new Map(messages.map((message) => [message.host, message]));
  if (![...last.values()].every((message) => message.last === true)) return 0;
  const sent = Math.min(...Records.map(({ attributes }) => Number(attributes.SentTimestamp)));
  return Math.max(0, sent + BETWEEN_RUNS_MILLISECONDS - now);
}
