import * as z from 'zod';
import { paging } from '../kernel/parameters/paging.ts';
import { parameterSchemas as parameter } from '../kernel/parameters/parameters.ts';

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
