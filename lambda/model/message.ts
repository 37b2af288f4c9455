import * as z from 'zod';
import { feedSchema } from './feed.ts';
import { instantSchema } from './instant.ts';

/** What dispatch adds to what it sends. */
const sending = {
  /** The run of dispatch that has sent it, by which all that followed from it is found in the logs. */
  run: z.string().optional(),
  /** That run sent nothing to the host after it. */
  last: z.boolean().optional(),
};

/** What dispatch sends: a feed that is due. */
export const feedMessageSchema = z.object({
  kind: z.literal('feed'),
  feedId: z.string(),
  /** The due time that was read; a message whose feed has moved on is dropped. */
  nextPollAt: instantSchema,
  /** Decides the lane of the queue: one request at a time a host. */
  host: z.string(),
  /** The feed as it was when it was sent, so that it need not be read again. */
  feed: feedSchema.optional(),
  ...sending,
});

export type FeedMessage = z.infer<typeof feedMessageSchema>;

/** What dispatch sends: an item whose page is to be tried. */
export const pageMessageSchema = z.object({
  kind: z.literal('page'),
  itemId: z.string(),
  /** The time of trying that was read; a message whose item has moved on is dropped. */
  nextTryAt: instantSchema,
  /** Decides the lane of the queue, as of the host's feeds: one request at a time a host. */
  host: z.string(),
  ...sending,
});

export type PageMessage = z.infer<typeof pageMessageSchema>;

/** What the work queue brings to a worker. */
export const messageSchema = z.discriminatedUnion('kind', [feedMessageSchema, pageMessageSchema]);
export type Message = z.infer<typeof messageSchema>;

/** The one form in which messages go through SQS: several of one lane, or one. */
export const packSchema = z.object({ messages: z.array(messageSchema).min(1) });

/** The queue drops a second message with the same id within five minutes. */
export function deduplicationId(message: Message): string {
  return message.kind === 'feed'
    ? `${message.feedId}#${message.nextPollAt}`
    : `page#${message.itemId}#${message.nextTryAt}`;
}
