import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { messageSchema } from '../model/message.ts';

/** Less than the time between the last message of one run of dispatch and the first one of the next, a minute after the first one's beginning. */
const FRESH_MILLISECONDS = 10_000;

/**
 * Whether the queue may have more for one of the hosts that this batch has asked, at `now` (milliseconds), when it is done. It has not for a host that
 * was sent a single message, and that a moment ago: what the next run of dispatch sends comes later than any distance.
 */
export function needsRest({ Records }: SQSEvent, now: number): boolean {
  return !Records.every(
    (record) => isAlone(record) && now - Number(record.attributes.SentTimestamp) < FRESH_MILLISECONDS,
  );
}

function isAlone({ body }: SQSRecord): boolean {
  try {
    return messageSchema.parse(JSON.parse(body)).alone === true;
  } catch {
    return false;
  }
}
