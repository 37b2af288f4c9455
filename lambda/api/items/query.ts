import * as z from 'zod';
import { paging, range } from '../kernel/parameters/paging.ts';
import { parameterSchemas as parameter } from '../kernel/parameters/parameters.ts';

/** What `/v1/items` takes. */
export const itemsQuerySchema = z.object({
  ...range,
  feed: parameter.feed.optional(),
  language: parameter.language.optional(),
  source: parameter.source.default([]),
  q: parameter.q.default([]),
  changedAfter: parameter.changedAfter.optional(),
  includeDuplicates: parameter.includeDuplicates.default(false),
  ...paging,
});
export type ItemsQuery = z.infer<typeof itemsQuerySchema>;

/** The filters of items, without what is about pages. */
export type ItemFilters = Omit<ItemsQuery, 'changedAfter' | keyof typeof paging>;
