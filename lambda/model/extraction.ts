import * as z from 'zod';
import { dateMentionSchema, type TimeMention } from './date-mention.ts';
import { datelineSchema } from './dateline.ts';
import { daySchema, instantSchema } from './instant.ts';
import { speakerKindSchema } from './speaker.ts';
import { extractedStatementSchema } from './statement.ts';

/** Where `publishedAt` comes from; `fetched` means that nobody told, and the time of fetching stands in. */
export const publishedAtSourceSchema = z.enum(['feed', 'dateline', 'fetched']);
export type PublishedAtSource = z.infer<typeof publishedAtSourceSchema>;

/** One text in. */
export interface ExtractionInput {
  /** The article's text; all offsets in the answer are into it. */
  text: string;
  title?: string | undefined;
  /** The feed's own timestamp, where it has an honest one. */
  publishedAt?: string | undefined;
  /** Minutes east of UTC that the feed's timestamp names, where `publishedAt` is that timestamp in UTC; `null` where it names none. */
  publishedAtOffset?: number | null | undefined;
  /** When the article was fetched: the anchor of last resort. */
  fetchedAt?: string | undefined;
  language?: string | null | undefined;
  /** Country of the feed (`US`, `gb`), by which `03/04/2023` is read where the text itself does not tell. */
  country?: string | null | undefined;
}

/** A speaker as one document shows it. */
export const documentSpeakerSchema = z.object({
  id: z.string().nullable(),
  name: z.string(),
  kind: speakerKindSchema,
  role: z.string().nullable(),
  affiliation: z.string().nullable(),
  /** Other wordings of the name in this document. */
  aliases: z.array(z.string()),
  /** How many statements of the document are this speaker's. */
  statements: z.int().nonnegative(),
});
export type DocumentSpeaker = z.infer<typeof documentSpeakerSchema>;

/** All that a text says of who, what and when. */
export const extractionSchema = z.object({
  dateline: datelineSchema.nullable(),
  publishedAt: instantSchema.nullable(),
  publishedAtSource: publishedAtSourceSchema.nullable(),
  /** The article's own day, by the clocks of the place where it was written: what `today` means in it. */
  ownDay: daySchema.nullable(),
  speakers: z.array(documentSpeakerSchema),
  statements: z.array(extractedStatementSchema),
  dates: z.array(dateMentionSchema),
});
export type Extraction = z.infer<typeof extractionSchema>;

/** An extraction whose `dates` hold lengths of time and repetitions too, in reading order. */
export type ExtractionWithDurations = Omit<Extraction, 'dates'> & { dates: TimeMention[] };

/** Rises whenever the rules give other results; stored items with a lower one can be extracted anew. */
export const EXTRACTOR_VERSION = 4;
