import * as z from 'zod';
import { paging } from '../kernel/parameters/paging.ts';
import { parameterSchemas as parameter } from '../kernel/parameters/parameters.ts';

/** What `/v1/speakers` takes; `from` and `to` are whole days. */
export const speakersQuerySchema = z.object({
  from: parameter.fromDay.optional(),
  to: parameter.toDay.optional(),
  q: parameter.name.default([]),
  ...paging,
});
export type SpeakersQuery = z.infer<typeof speakersQuerySchema>;
