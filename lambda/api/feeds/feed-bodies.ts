import * as z from 'zod';
import { feedSchema } from '../../model/feed.ts';

const LONGEST_TEXT = 300;
const LONGEST_ADDRESS = 2_000;
const MOST_TAGS = 20;
/** Minutes. */
const SHORTEST_POLL = 5;
const LONGEST_POLL = 1_440;

const text = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(LONGEST_TEXT, `at most ${LONGEST_TEXT} characters`)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'no control characters');

/** The address of a feed or site. */
export const addressSchema = z
  .string()
  .trim()
  .max(LONGEST_ADDRESS, `at most ${LONGEST_ADDRESS} characters`)
  .meta({ description: 'http or https' });

/** What an operator may decide of a feed. */
const decisions = {
  title: text,
  folder: text.nullable().meta({ description: 'Nested with /, as World/Agencies' }),
  tags: z.array(text).max(MOST_TAGS, `at most ${MOST_TAGS} tags`),
  fullText: feedSchema.shape.fullText.meta({ description: 'Whether article pages are fetched' }),
  paused: z.boolean(),
  pollMinutes: z
    .int()
    .min(SHORTEST_POLL, `at least ${SHORTEST_POLL} minutes`)
    .max(LONGEST_POLL, `at most ${LONGEST_POLL} minutes`)
    .nullable()
    .meta({ description: 'Minutes between polls; `null` for the feed’s own rhythm' }),
};

/** A feed to be subscribed. */
export const newFeedBodySchema = z.strictObject({
  url: addressSchema,
  title: decisions.title.optional(),
  folder: decisions.folder.default(null),
  tags: decisions.tags.default([]),
  fullText: decisions.fullText.default('auto'),
  paused: decisions.paused.default(false),
  pollMinutes: decisions.pollMinutes.default(null),
  unchecked: z
    .boolean()
    .default(false)
    .meta({ description: 'Subscribe the address as it is, without asking it first' }),
});
export type NewFeedBody = z.infer<typeof newFeedBodySchema>;

/** What is to be changed of a feed; what is not named stays. */
export const feedChangesSchema = z
  .strictObject(decisions)
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, `give one of ${Object.keys(decisions).join(', ')}`);
export type FeedChanges = z.infer<typeof feedChangesSchema>;
