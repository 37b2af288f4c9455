import type { SQSRecord } from 'aws-lambda';
import type { FeedMessage } from '../../lambda/model/message.ts';

/** A message for a feed that is due. */
export function feedMessageOf(feedId: string, host = 'news.example', more: Partial<FeedMessage> = {}): FeedMessage {
  return { kind: 'feed', feedId, nextPollAt: '2026-03-01T10:00:00Z', host, ...more };
}

/** A record as Lambda hands it to a function; what is no text is written as JSON. */
export function recordOf(
  messageId: string,
  body: unknown,
  { received = 1, group = 'lane-0', sent = 0 }: { received?: number; group?: string; sent?: number } = {},
): SQSRecord {
  return {
    messageId,
    receiptHandle: `handle of ${messageId}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: {
      MessageGroupId: group,
      ApproximateReceiveCount: String(received),
      SentTimestamp: String(sent),
      SenderId: '',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: '',
    awsRegion: '',
  };
}
