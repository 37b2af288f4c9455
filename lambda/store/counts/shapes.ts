import * as z from 'zod';
import { confidenceBandSchema } from '../../model/confidence-band.ts';
import { daySchema, instantSchema } from '../../model/instant.ts';
import { statementTypeSchema } from '../../model/statement.ts';

const count = z.int().nonnegative();
const timesSchema = z.object({ statements: count, undated: count });

/** How often something was said, and how often of that in articles that do not tell when they were published. */
export type Times = z.infer<typeof timesSchema>;

/** What one day holds of everything, of one speaker or of one feed. */
export const countRowSchema = z.object({
  day: daySchema,
  /** `ALL`, `SPEAKER#id` or `FEED#id`. */
  subject: z.string(),
  name: z.string(),
  /** With copies; for a speaker, the articles that have statements of theirs. */
  items: count,
  /** Those of the items that are copies of another. */
  copies: count,
  /** Without those of copies. */
  statements: count,
  /** The articles that have these statements. */
  quoted: count,
  /** Those of the figures above whose day is the one of storing, as nothing tells when they were published. */
  undated: z.object({ items: count, copies: count, statements: count, quoted: count }),
  types: z.record(statementTypeSchema, count),
  bands: z.record(confidenceBandSchema, count),
  /** Statements whose speaker is unknown. */
  unknownSpeakers: count,
  languages: z.array(z.object({ language: z.string(), items: count, copies: count, statements: count })),
  /** Roles worded that day, for speakers. */
  roles: z.array(timesSchema.extend({ text: z.string() })),
  /** Feeds that had statements of theirs, for speakers. */
  outlets: z.array(timesSchema.extend({ feedId: z.string() })),
  /** First and last `sortAt` of these statements, for speakers. */
  seen: z.object({ first: instantSchema, last: instantSchema }).optional(),
});
export type CountRow = z.infer<typeof countRowSchema>;

/** What values are counted of, day by day: all of them, however many. */
export const facetKindSchema = z.enum(['speaker', 'role', 'feed', 'tag']);
export type FacetKind = z.infer<typeof facetKindSchema>;

/** A value with what it has. Speakers that only copies quote are among them, with no statements. */
export const facetCountSchema = z.object({ value: z.string(), statements: count, items: count, copies: count });
export type FacetCount = z.infer<typeof facetCountSchema>;

/** Some values of one kind and day. */
export interface FacetsOfDay {
  day: string;
  values: FacetCount[];
}

/** What counting has read of one article, so that the next count of its day reads only what is new. */
export const cachedCountsSchema = z.object({
  day: daySchema,
  itemId: z.string(),
  /** When the item became what it is; a removed item, when it went. */
  changedAt: instantSchema,
  /** Whether the article is gone from this day: then nothing else is told, and nothing of it counts. */
  removed: z.boolean(),
  feedId: z.string(),
  sortAt: instantSchema,
  undated: z.boolean(),
  copy: z.boolean(),
  language: z.string().nullable(),
  tags: z.array(z.string()),
  /** Statements that are alike stand once, with their number. */
  statements: z.array(
    z.object({
      /** `null` where the speaker is unknown. */
      speaker: z.object({ id: z.string().nullable(), name: z.string(), role: z.string().nullable() }).nullable(),
      type: statementTypeSchema,
      band: confidenceBandSchema,
      count: z.int().positive(),
    }),
  ),
});
export type CachedCounts = z.infer<typeof cachedCountsSchema>;

/** Where the cached counts of an article stand. */
export type CachedPlace = Pick<CachedCounts, 'day' | 'itemId'>;

/** How far the days are counted. */
export const rollupProgressSchema = z.object({
  /** Changes before this moment are in all counts; `null` before the first round has ended. */
  countedThrough: instantSchema.nullable(),
  /** When the last round began. */
  startedAt: instantSchema.nullable(),
  /** When the last round ended. */
  finishedAt: instantSchema.nullable(),
  /** The round that has not ended yet. */
  round: z
    .object({
      from: instantSchema,
      to: instantSchema,
      /** Changes up to this position are read. */
      walkedTo: z.string().nullable(),
      /** Whether all are. */
      isWalked: z.boolean(),
      /** Whether an earlier owner of the lease may still write: then all rows are written, changed or not, so that nothing of theirs is taken. */
      rewrite: z.boolean(),
    })
    .nullable(),
  /** Days that are to be counted, ascending. */
  days: z.array(daySchema),
  /** Of the first of them, the shards before this one are done. */
  shard: count,
  /** What was counted. */
  version: z.int().positive(),
});
export type RollupProgress = z.infer<typeof rollupProgressSchema>;
