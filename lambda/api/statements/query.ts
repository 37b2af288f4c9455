import * as z from 'zod';
import { paging, range } from '../kernel/parameters/paging.ts';
import { parameterSchemas as parameter } from '../kernel/parameters/parameters.ts';

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

/** The filters of statements, without what is about pages. */
export type StatementFilters = Omit<StatementsQuery, 'changedAfter' | keyof typeof paging>;
