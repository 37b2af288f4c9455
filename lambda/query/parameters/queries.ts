import * as z from 'zod';
import { parameterSchemas as parameter } from './parameters.ts';

const paging = {
  limit: parameter.limit,
  cursor: parameter.cursor.optional(),
  fields: parameter.fields.optional(),
  format: parameter.format.optional(),
};

const range = { from: parameter.from.optional(), to: parameter.to.optional() };

/** What `/v1/statements` and the page of statements take. */
export const statementsQuerySchema = z.object({
  ...range,
  speaker: parameter.speaker.optional(),
  role: parameter.role.default([]),
  feed: parameter.feed.optional(),
  language: parameter.language.optional(),
  type: parameter.type.optional(),
  minConfidence: parameter.minConfidence.default(0),
  q: parameter.q.default([]),
  changedAfter: parameter.changedAfter.optional(),
  includeDuplicates: parameter.includeDuplicates.default(false),
  ...paging,
});
export type StatementsQuery = z.infer<typeof statementsQuerySchema>;

/** What `/v1/items` takes. */
export const itemsQuerySchema = z.object({
  ...range,
  feed: parameter.feed.optional(),
  language: parameter.language.optional(),
  q: parameter.q.default([]),
  changedAfter: parameter.changedAfter.optional(),
  includeDuplicates: parameter.includeDuplicates.default(false),
  ...paging,
});
export type ItemsQuery = z.infer<typeof itemsQuerySchema>;

/** What `/v1/speakers` takes; `from` and `to` are whole days. */
export const speakersQuerySchema = z.object({
  from: parameter.fromDay.optional(),
  to: parameter.toDay.optional(),
  q: parameter.name.default([]),
  ...paging,
});
export type SpeakersQuery = z.infer<typeof speakersQuerySchema>;

/** What `/v1/dates` takes; `from` and `to` are whole days. */
export const datesQuerySchema = z.object({
  from: parameter.fromDay.optional(),
  to: parameter.toDay.optional(),
  feed: parameter.feed.optional(),
  role: parameter.dateRole.optional(),
  q: parameter.q.default([]),
  includeDuplicates: parameter.includeDuplicates.default(false),
  ...paging,
});
export type DatesQuery = z.infer<typeof datesQuerySchema>;

/** What `/v1/feeds` takes. */
export const feedsQuerySchema = z.object({
  q: parameter.q.default([]),
  status: parameter.status.optional(),
  ...paging,
});
export type FeedsQuery = z.infer<typeof feedsQuerySchema>;

/** The filters of statements, without what is about pages. */
export type StatementFilters = Omit<StatementsQuery, 'changedAfter' | keyof typeof paging>;

/** The filters of items, without what is about pages. */
export type ItemFilters = Omit<ItemsQuery, 'changedAfter' | keyof typeof paging>;

const paged = { changedAfter: true, limit: true, cursor: true, fields: true, format: true } as const;

/** What `/v1/stats/statements` takes. */
export const statementStatsQuerySchema = statementsQuerySchema
  .omit(paged)
  .extend({ interval: parameter.interval.default('day') });

/** What `/v1/stats/items` takes. */
export const itemStatsQuerySchema = itemsQuerySchema
  .omit(paged)
  .extend({ interval: parameter.interval.default('day') });

/** What `/v1/stats/speakers/:id` takes; `from` and `to` are whole days. */
export const speakerStatsQuerySchema = z.object({
  from: parameter.fromDay.optional(),
  to: parameter.toDay.optional(),
  interval: parameter.interval.default('month'),
});

/** What `/v1/corrections` takes. */
export const correctionsQuerySchema = z.object(paging);

/** For routes that take no parameters. */
export const emptyQuerySchema = z.object({});
