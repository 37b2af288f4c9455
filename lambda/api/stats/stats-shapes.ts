import * as z from 'zod';
import { confidenceBandSchema } from '../../model/confidence-band.ts';
import { daySchema, instantSchema } from '../../model/instant.ts';
import { statementTypeSchema } from '../../model/statement.ts';

const count = z.int().nonnegative();
const countsSchema = z.object({ statements: count, items: count });
export type Counts = z.infer<typeof countsSchema>;

const incompleteSchema = z.enum(['running', 'cut']);

/** What lies in a day, week or month: `to` is exclusive. */
export const pointSchema = countsSchema.extend({
  from: daySchema,
  to: daySchema,
  /** `running`: its last day is not over yet. `cut`: the range, or the bound on reading, leaves a part of it out. */
  incomplete: incompleteSchema.optional(),
});
export type Point = z.infer<typeof pointSchema>;

/** Counts over time. */
export const seriesSchema = z.object({
  interval: z.enum(['day', 'week', 'month']),
  /** Ascending. Gaps are filled with zeros, unless `sparse`. */
  points: z.array(pointSchema),
  /** True where there would be more than 1,000 points: those without counts are left out. */
  sparse: z.boolean(),
  /** What is not in any point, as nothing tells when it was published. */
  undated: countsSchema,
  /** Points and undated together. */
  total: countsSchema,
  /** True where reading stopped at its bound: what is older than the first point is not counted. */
  truncated: z.boolean(),
  /** Days before this moment's are taken from the hourly counts as they were then; `null` where all was read just now. */
  countedThrough: instantSchema.nullable(),
});
export type Series = z.infer<typeof seriesSchema>;

const facetValue = <T extends z.ZodType>(value: T) => z.array(z.object({ value, label: z.string(), count }));

/** How much was looked at for facets: the newest, if not all. */
const lookedAt = {
  /** So many statements or items passed the filters and are counted. */
  counted: count,
  /** True where reading stopped at its bound. */
  truncated: z.boolean(),
  /** Where it stopped: older ones are not counted; `null` where all are. */
  since: instantSchema.nullable(),
};

/** Values among the statements of a query, the most frequent ones first, with their counts. */
export const statementFacetsSchema = z.object({
  ...lookedAt,
  /** Where reading stopped at its bound: the facets that the hourly counts complete, so that they are of all statements nevertheless. */
  exact: z.array(z.enum(['speaker', 'role', 'feed', 'type', 'confidence', 'language'])),
  /** Ids of speakers; `unknownSpeakers` have none. */
  speaker: facetValue(z.string()),
  unknownSpeakers: count,
  role: facetValue(z.string()),
  /** Ids of feeds. */
  feed: facetValue(z.string()),
  type: facetValue(statementTypeSchema),
  confidence: facetValue(confidenceBandSchema),
  language: facetValue(z.string()),
});
export type StatementFacets = z.infer<typeof statementFacetsSchema>;

/** Values among the items of a query. */
export const itemFacetsSchema = z.object({
  ...lookedAt,
  feed: facetValue(z.string()),
  language: facetValue(z.string()),
  tag: facetValue(z.string()),
});

/** The answer of `/v1/stats/statements`; the days of `series` are the facet of dates. */
export const statementStatsSchema = z.object({
  series: seriesSchema,
  facets: statementFacetsSchema,
  /** Whom `speaker` was taken to mean. */
  speakers: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
});
export type StatementStats = z.infer<typeof statementStatsSchema>;

/** The answer of `/v1/stats/items`. */
export const itemStatsSchema = z.object({ series: seriesSchema, facets: itemFacetsSchema });
export type ItemStats = z.infer<typeof itemStatsSchema>;

/** A value that statements of a speaker have: how often, and when, as far as articles are dated. */
const overTime = {
  statements: count,
  firstDay: daySchema.nullable(),
  lastDay: daySchema.nullable(),
  /** Those with something; undated statements are in none. */
  points: z.array(z.object({ from: daySchema, statements: count })),
};

/** The answer of `/v1/stats/speakers/:id`; all of it from the hourly counts. */
export const speakerStatsSchema = z.object({
  id: z.string(),
  name: z.string(),
  series: seriesSchema,
  /** Feeds that quoted them, most first. */
  outlets: z.array(z.object({ feedId: z.string(), outlet: z.string(), ...overTime })),
  /** Roles in which they were quoted, the latest first. */
  roles: z.array(z.object({ text: z.string(), ...overTime })),
  types: z.record(statementTypeSchema, count),
});
export type SpeakerStats = z.infer<typeof speakerStatsSchema>;
