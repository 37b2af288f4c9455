import * as z from 'zod';
import { itemsQuerySchema } from '../items/query.ts';
import { parameterSchemas as parameter } from '../kernel/parameters/parameters.ts';
import { statementFiltersSchema } from '../statements/query.ts';

const paged = { changedAfter: true, limit: true, cursor: true, fields: true, format: true } as const;

/** What `/v1/stats/statements` takes. */
export const statementStatsQuerySchema = statementFiltersSchema.extend({ interval: parameter.interval.default('day') });

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
