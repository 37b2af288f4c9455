import * as z from 'zod';
import { daySchema } from './instant.ts';

export const granularitySchema = z.enum([
  'time',
  'day',
  'week',
  'month',
  'quarter',
  'half',
  'season',
  'year',
  'decade',
  'century',
]);
export type Granularity = z.infer<typeof granularitySchema>;

/** What the text uses a date for. */
export const dateRoleSchema = z.enum(['reported', 'scheduled', 'since', 'deadline', 'range']);
export type DateRole = z.infer<typeof dateRoleSchema>;

/** A day or longer stretch that the text speaks of. */
export const dateMentionSchema = z.object({
  text: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** TIMEX3-like: `2023-11-12`, `2023-11`, `2023-W45`, `2023-Q3`, `202` (decade), `2023-11-12T15:00`. */
  value: z.string(),
  granularity: granularitySchema,
  /** First day of the half-open interval. */
  from: daySchema,
  /** The day after the last one. */
  to: daySchema,
  role: dateRoleSchema,
  /** The article's own day, from which relative words were counted, or `null` for dates that need none. */
  anchor: daySchema.nullable(),
  rule: z.string(),
  confidence: z.number().min(0).max(1),
});
export type DateMention = z.infer<typeof dateMentionSchema>;

/** A length of time or a repetition that the text speaks of: it lies nowhere in the calendar, so it has no days. */
export const durationMentionSchema = z.object({
  text: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** TIMEX3-like: `P3D`, `PT5H`, `PXY` (some years); of sets the step (`P1D`: daily) or what comes round (`XXXX-WXX-5`: Fridays). */
  value: z.string(),
  granularity: z.enum(['duration', 'set', 'reference']),
  rule: z.string(),
  confidence: z.number().min(0).max(1),
});
export type DurationMention = z.infer<typeof durationMentionSchema>;
export type TimeMention = DateMention | DurationMention;
