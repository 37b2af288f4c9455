import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { messageSchema } from '../model/message.ts';

/** Less than the time between the last message of one run of dispatch and the first one of the next, a minute after the first one's beginning. */
const BETWEEN_RUNS_MILLISECONDS = 10_000;

/**
 * For how many milliseconds from `now` the queue has nothing for the hosts that this batch has asked: until the next run of dispatch, where each was sent
 * a single message, and that a moment ago; else 0, as another one may be waiting.
 */
export function nobodyFor({ Records }: SQSEvent, now: number): number {
  if (Records.length === 0 || !Records.every(isAlone)) return 0;
  const sent = Math.min(...Records.map(({ attributes }) => Number(attributes.SentTimestamp)));
  return Math.max(0, sent + BETWEEN_RUNS_MILLISECONDS - now);
}

function isAlone({ body }: SQSRecord): boolean {
  try {
    return messageSchema.parse(JSON.parse(body)).alone === true;
  } catch {
    return false;
  }
}
