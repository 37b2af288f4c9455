import * as z from 'zod';
import { parameterSchemas as parameter } from './parameters.ts';

/** Which page of a list, and in what form. */
export const paging = {
  limit: parameter.limit,
  cursor: parameter.cursor.optional(),
  fields: parameter.fields.optional(),
  format: parameter.format.optional(),
};

/** Articles of a stretch of time. */
export const range = { from: parameter.from.optional(), to: parameter.to.optional() };

/** For routes that take no parameters. */
export const emptyQuerySchema = z.object({});
