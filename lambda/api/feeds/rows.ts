import * as z from 'zod';
import { feedEventSchema, feedSchema, feedStateSchema } from '../../model/feed.ts';

/** A row of `/v1/feeds`; `state` is `null` before the first poll is planned. */
export const feedRowSchema = feedSchema.extend({
  state: feedStateSchema.omit({ feedId: true, etag: true, lastModified: true, validatorsSince: true }).nullable(),
});
export type FeedRow = z.infer<typeof feedRowSchema>;

/** The answer of `/v1/feeds/:id`: with its latest events, newest first. */
export const feedPageSchema = feedRowSchema.extend({ events: z.array(feedEventSchema) });
export type FeedPage = z.infer<typeof feedPageSchema>;
