import * as z from 'zod';
import { paging } from '../kernel/parameters/paging.ts';
import { parameterSchemas as parameter } from '../kernel/parameters/parameters.ts';

/** What `/v1/feeds` takes. */
export const feedsQuerySchema = z.object({
  q: parameter.q.default([]),
  status: parameter.status.optional(),
  ...paging,
});
export type FeedsQuery = z.infer<typeof feedsQuerySchema>;
