import * as z from 'zod';
import { instantSchema } from './instant.ts';

/** What dispatch sends: a feed that is due. */
export const feedMessageSchema = z.object({
  kind: z.literal('feed'),
  feedId: z.string(),
  /** The due time that was read; a message whose feed has moved on is dropped. */
  nextPollAt: instantSchema,
  /** Group of the queue: one request at a time a host. */
  host: z.string(),
});

export type FeedMessage = z.infer<typeof feedMessageSchema>;

/** A message of the work queue. */
export const messageSchema = z.discriminatedUnion('kind', [feedMessageSchema]);
export type Message = z.infer<typeof messageSchema>;

/** The queue drops a second message with the same id within five minutes. */
export function deduplicationId(message: Message): string {
  return `${message.feedId}#${message.nextPollAt}`;
}
