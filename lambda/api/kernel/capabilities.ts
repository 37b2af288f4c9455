import * as z from 'zod';
import type { FeedTrial } from '../../model/feed-trial.ts';
import { instantSchema } from '../../model/instant.ts';
import type { FeedMessage } from '../../model/message.ts';

/** What a poll that was asked for brought; `due`: the feed is polled within a minute or two, by those who poll all feeds. */
export const pollAnswerSchema = z.object({
  result: z.enum(['due', 'not-modified', 'read', 'failed', 'held', 'dropped']),
  newItems: z.int().nonnegative(),
  changedItems: z.int().nonnegative(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  nextPollAt: instantSchema.nullable(),
});
export type PollAnswer = z.infer<typeof pollAnswerSchema>;

/**
 * What goes beyond reading and writing the table: handed over by whoever runs the app, where it can do that. Each may be missing; then the routes that need it
 * do without, or say so.
 */
export interface Capabilities {
  /** Polls at once; without it a feed is made due, and polled with the others. */
  poll?: (message: FeedMessage) => Promise<PollAnswer>;
  /** Does all of a poll but storing; errors of server and document are in the answer. */
  testFeed?: (url: string) => Promise<FeedTrial>;
  /** Whether an address lies in a private place, so that a list of feeds may not choose it; without it none is taken for private. */
  isPrivatePlace?: (url: string) => boolean;
  /** The feed that an address leads to; throws FetchError and FeedParseError. */
  locateFeed?: (url: string) => Promise<{ url: string; title: string | null }>;
}
