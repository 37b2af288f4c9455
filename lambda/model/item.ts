import * as z from 'zod';
import { datelineSchema } from './dateline.ts';
import { publishedAtSourceSchema } from './extraction.ts';
import { enclosureSchema, optionalEntryFields } from './feed-document.ts';
import { daySchema, instantSchema } from './instant.ts';
import { warningSchema } from './warning.ts';

/** A feed entry in the one form that all stages after normalise work on; nothing of it depends on what is stored. */
export const normalisedItemSchema = z.object({
  /** sha256 of feedId and guid, else of the canonical URL, else of title and text. */
  id: z.string(),
  feedId: z.string(),
  guid: z.string().nullable(),
  url: z.string().nullable(),
  canonicalUrl: z.string().nullable(),
  title: z.string(),
  authors: z.array(z.string()),
  summary: z.string(),
  contentText: z.string(),
  contentHtml: z.string().nullable(),
  language: z.string().nullable(),
  tags: z.array(z.string()),
  enclosures: z.array(enclosureSchema),
  ...optionalEntryFields,
  /** The feed's timestamp where it is honest (not refused, not far in the future). */
  feedPublishedAt: instantSchema.nullable(),
  /** Minutes east of UTC that the feed's timestamp names; `null` where it names none, or none is believed. */
  publishedAtOffset: z.int().nullable(),
  publishedAtRaw: z.string().nullable(),
  updatedAt: instantSchema.nullable(),
  fetchedAt: instantSchema,
  /** Of the entry's title and clean text: decides *changed*. */
  feedHash: z.string(),
  warnings: z.array(warningSchema),
});
export type NormalisedItem = z.infer<typeof normalisedItemSchema>;

/** An item as it is stored and shown. */
export const itemSchema = normalisedItemSchema.omit({ feedPublishedAt: true }).extend({
  /** `null` where only the time of fetching is known. */
  publishedAt: instantSchema.nullable(),
  publishedAtSource: publishedAtSourceSchema,
  /** When the item was first stored. */
  storedAt: instantSchema,
  /** When this revision was stored. */
  changedAt: instantSchema,
  /** The earlier of publishedAt and storedAt, else storedAt. */
  sortAt: instantSchema,
  /** Of the text that was extracted, from the body's start. */
  contentHash: z.string(),
  revision: z.int().positive(),
  /** Names what one writer has made of this revision: its statements, text and dates have the same. */
  edition: z.string(),
  /** How many revisions the day of `changedAt` has seen; at most five are stored. */
  revisionsThatDay: z.int().positive(),
  dateline: datelineSchema.nullable(),
  /** The id of the item that told the same first. */
  duplicateOf: z.string().nullable(),
  /** The id of the first article of the story, where several tell it; found within the hour. */
  storyId: z.string().optional(),
  /** Whose text it is; `pending` and `failed`: the feed's own, where the page is awaited or could not be had. */
  fullText: z.enum(['feed', 'page', 'pending', 'failed']),
  /** While `pending`: when the page is tried next. */
  nextTryAt: instantSchema.optional(),
  /** How often the page was tried; absent where none was wanted. */
  pageTries: z.int().nonnegative().optional(),
  /** While `pending`: the feed lies in a private place, and no public server stood on the way to it, so that the page may lie in one too. */
  fromPrivate: z.literal(true).optional(),
  extractorVersion: z.int().positive(),
  /** When corrections were last applied, where this revision differs from the one before by them alone: then the same as `changedAt`. */
  correctedAt: instantSchema.optional(),
  statementCount: z.int().nonnegative(),
  expiresAt: instantSchema.nullable(),
});
export type Item = z.infer<typeof itemSchema>;

/** What lists show of an item: all but the long texts, which stand in the body records. */
export const itemSummarySchema = itemSchema.omit({ contentText: true, contentHtml: true });
export type ItemSummary = z.infer<typeof itemSummarySchema>;

/** A day ahead that an item speaks of, as the calendar lists it. */
export const comingDateSchema = z.object({
  itemId: z.string(),
  feedId: z.string(),
  /** The item's edition that speaks of it. */
  edition: z.string(),
  title: z.string(),
  sortAt: instantSchema,
  /** The first day meant. */
  date: daySchema,
  text: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  value: z.string(),
  granularity: z.string(),
  from: daySchema,
  to: daySchema,
  role: z.string(),
  /** The sentence around it. */
  context: z.string(),
});
export type ComingDate = z.infer<typeof comingDateSchema>;
