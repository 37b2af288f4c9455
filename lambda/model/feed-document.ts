import * as z from 'zod';
import { warningSchema } from './warning.ts';

/** A file that a feed entry carries: a sound, a picture. */
export const enclosureSchema = z.object({
  url: z.string(),
  type: z.string().nullable(),
  /** Bytes, as the feed claims. */
  length: z.int().nonnegative().nullable(),
});
export type Enclosure = z.infer<typeof enclosureSchema>;

/** A moment as a feed gave it: what it was read as (`null`: refused), the offset that it names in minutes east of UTC (`null`: none), and its own words. */
export const feedTimestampSchema = z.object({
  value: z.string().nullable(),
  offset: z.int().nullable(),
  raw: z.string(),
});
export type FeedTimestamp = z.infer<typeof feedTimestampSchema>;

/**
 * Texts that only some entries have. Each is declared here, and filled by a row of the parser's `FIELDS`; documents, items and records have it by the same
 * name, or not at all.
 */
export const optionalEntryFields = {
  /** The outlet behind an aggregator, as the feed names it. */
  source: z.string().optional(),
  /** The address of that outlet's feed or site. */
  sourceUrl: z.string().optional(),
};
export type OptionalEntryField = keyof typeof optionalEntryFields;

/** The optional fields that `read` finds, by their names; a field without a value is left out. */
export function pickOptionalFields(
  read: (field: OptionalEntryField) => string | null | undefined,
): Partial<Record<OptionalEntryField, string>> {
  const names = Object.keys(optionalEntryFields) as OptionalEntryField[];
  const found = names.map((name) => [name, read(name)] as const);
  return Object.fromEntries(found.filter(([, value]) => typeof value === 'string'));
}

/** One entry of a feed of any format. Texts are plain; what ends in `Html` is the feed's own markup, links made absolute. */
export const feedEntrySchema = z.object({
  guid: z.string().nullable(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  /** The title with its markup; `null` where it has none. */
  titleHtml: z.string().nullable(),
  authors: z.array(z.string()),
  /** `null` where it is marked up: then its words are those of `summaryHtml`. */
  summary: z.string().nullable(),
  /** The summary with its markup; `null` where it has none. */
  summaryHtml: z.string().nullable(),
  contentHtml: z.string().nullable(),
  tags: z.array(z.string()),
  enclosures: z.array(enclosureSchema),
  language: z.string().nullable(),
  published: feedTimestampSchema.nullable(),
  updated: feedTimestampSchema.nullable(),
  ...optionalEntryFields,
});
export type FeedEntry = z.infer<typeof feedEntrySchema>;

/** A feed of any format, read. */
export const feedDocumentSchema = z.object({
  format: z.enum(['rss', 'rdf', 'atom', 'json']),
  title: z.string().nullable(),
  /** The title with its markup; `null` where it has none. */
  titleHtml: z.string().nullable(),
  link: z.string().nullable(),
  language: z.string().nullable(),
  /** `null` where it is marked up: then its words are those of `descriptionHtml`. */
  description: z.string().nullable(),
  /** The description with its markup; `null` where it has none. */
  descriptionHtml: z.string().nullable(),
  /** How many minutes the feed asks to be left alone (`ttl`, `sy:updatePeriod`). */
  ttlMinutes: z.number().nonnegative().nullable(),
  entries: z.array(feedEntrySchema),
  warnings: z.array(warningSchema),
});
export type FeedDocument = z.infer<typeof feedDocumentSchema>;
