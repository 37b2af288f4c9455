import * as z from 'zod';
import { paging } from '../kernel/parameters/paging.ts';
import { parameterSchemas as parameter } from '../kernel/parameters/parameters.ts';
import { FILTER_NAMES, type FilterShape, statementFilters } from './filters.ts';

/** What the counts of statements and the web page take: the filters alone. */
export const statementFiltersSchema = z.object(
  Object.fromEntries(FILTER_NAMES.map((name) => [name, statementFilters[name].schema])) as FilterShape,
);

/** What `/v1/statements` and the page of statements take. */
export const statementsQuerySchema = statementFiltersSchema.extend({
  changedAfter: parameter.changedAfter.optional(),
  ...paging,
});
export type StatementsQuery = z.infer<typeof statementsQuerySchema>;
