import * as z from 'zod';
import { correctionSchema } from '../model/correction.ts';
import { dateMentionSchema } from '../model/date-mention.ts';
import { publishedAtSourceSchema } from '../model/extraction.ts';
import { feedEventSchema, feedSchema, feedStateSchema, feedStatusSchema } from '../model/feed.ts';
import { daySchema, instantSchema } from '../model/instant.ts';
import { comingDateSchema, itemSchema, itemSummarySchema } from '../model/item.ts';
import { speakerSchema } from '../model/speaker.ts';
import { statementSchema } from '../model/statement.ts';

/** What is told of the article wherever something of it stands in a list. */
const articleFields = {
  title: z.string(),
  /** The feed's title; its id where the feed is not subscribed any more. */
  outlet: z.string(),
  url: z.string().nullable(),
  publishedAt: instantSchema.nullable(),
  publishedAtSource: publishedAtSourceSchema,
  duplicateOf: z.string().nullable(),
};

/** A row of `/v1/statements`. */
export const statementRowSchema = statementSchema.extend({
  ...articleFields,
  /** The sentence around it; in exports, and where `fields` asks for it. `null` where the article has changed meanwhile. */
  context: z.string().nullable().optional(),
});
export type StatementRow = z.infer<typeof statementRowSchema>;

/** A row of `/v1/items`: everything but the long texts. */
export const itemRowSchema = itemSummarySchema.extend({ outlet: z.string() });
export type ItemRow = z.infer<typeof itemRowSchema>;

/** A row of `/v1/items` and `/v1/statements` with `changedAfter`: the item as it is now, with all its statements that are asked for. */
export const changeRowSchema = z.object({
  itemId: z.string(),
  changedAt: instantSchema,
  /** True where the item is gone: then `item` is `null` and whatever was kept of it has to go. */
  removed: z.boolean(),
  item: itemRowSchema.nullable(),
  statements: z.array(statementSchema),
});
export type ChangeRow = z.infer<typeof changeRowSchema>;

/** The answer of `/v1/items/:id`: the whole article. */
export const articleSchema = itemSchema.extend({
  outlet: z.string(),
  statements: z.array(statementSchema),
  dates: z.array(dateMentionSchema),
});
export type Article = z.infer<typeof articleSchema>;

/** A row of `/v1/dates`. */
export const dateRowSchema = comingDateSchema.extend(articleFields);
export type DateRow = z.infer<typeof dateRowSchema>;

/** A row of `/v1/speakers`; `statementsInRange` only where they are ranked. */
export const speakerRowSchema = speakerSchema.extend({ statementsInRange: z.int().nonnegative().optional() });
export type SpeakerRow = z.infer<typeof speakerRowSchema>;

/** The answer of `/v1/speakers/:id`. */
export const speakerPageSchema = speakerSchema.extend({
  /** For the id of a speaker that is joined to another one, which is answered instead. */
  note: z.string().optional(),
  days: z.array(z.object({ day: daySchema, statements: z.int().nonnegative(), roles: z.array(z.string()) })),
});
export type SpeakerPage = z.infer<typeof speakerPageSchema>;

/** A row of `/v1/feeds`; `state` is `null` before the first poll is planned. */
export const feedRowSchema = feedSchema.extend({
  state: feedStateSchema.omit({ feedId: true, etag: true, lastModified: true, validatorsSince: true }).nullable(),
});
export type FeedRow = z.infer<typeof feedRowSchema>;

/** The answer of `/v1/feeds/:id`: with its latest events, newest first. */
export const feedPageSchema = feedRowSchema.extend({ events: z.array(feedEventSchema) });
export type FeedPage = z.infer<typeof feedPageSchema>;

/** The answer of `/v1/status`. */
export const statusSchema = z.object({
  feeds: z.object({ total: z.int().nonnegative(), byStatus: z.record(feedStatusSchema, z.int().nonnegative()) }),
  lastPollAt: instantSchema.nullable(),
  lastSuccessAt: instantSchema.nullable(),
  lastNewItemAt: instantSchema.nullable(),
  /** Counts by day hold every change up to here. */
  countedThrough: instantSchema.nullable(),
  extractorVersion: z.int().positive(),
  /** True where there are more feeds than were looked at. */
  truncated: z.boolean(),
});
export type Status = z.infer<typeof statusSchema>;

const shownCorrectionSchema = correctionSchema.omit({ withdrawn: true });

/** A row of `/v1/corrections`. */
export const correctionRowSchema = shownCorrectionSchema.extend({
  /** `orphaned`: the article is gone, or has no such statement any more. */
  state: z.enum(['applied', 'orphaned']),
  /** Of the article; `null` where it is gone. */
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  /** As it is shown now. */
  statement: statementSchema.nullable(),
});
export type CorrectionRow = z.infer<typeof correctionRowSchema>;

/** What correcting a statement answers. */
export const correctionAnswerSchema = z.object({
  correction: shownCorrectionSchema,
  /** As it is now; `null` where the article does not have it any more. */
  statement: statementSchema.nullable(),
});

/** The envelope of every list. */
export const listSchema = z.object({
  data: z.array(z.record(z.string(), z.unknown())),
  next: z.string().nullable(),
  /** Relative to the address that was asked. */
  nextUrl: z.string().nullable(),
  /** Stands only where reading stopped before the page was full: go on with `next`. */
  truncated: z.literal(true).optional(),
  /** Whom `speaker` was taken to mean. */
  speakers: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
  /** With `q`: articles that changed from this moment on are not searched yet; absent where all are. */
  searchedThrough: instantSchema.optional(),
  /** The days that a ranking counted. */
  counted: z.object({ from: daySchema, to: daySchema }).optional(),
});

/** A page as JSON Feed 1.1. */
export const jsonFeedSchema = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.string(),
  feed_url: z.string(),
  next_url: z.string().optional(),
  items: z.array(
    z.object({
      id: z.string(),
      url: z.string().optional(),
      title: z.string(),
      content_text: z.string(),
      date_published: instantSchema.optional(),
      authors: z.array(z.object({ name: z.string() })).optional(),
      tags: z.array(z.string()).optional(),
    }),
  ),
});
