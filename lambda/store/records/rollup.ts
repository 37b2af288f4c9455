import * as z from 'zod';
import { daySchema, instantSchema } from '../../model/instant.ts';
import { defineRecord } from '../codec.ts';
import { indexKeys, keys } from '../keys.ts';

/** What one day holds of one speaker or feed; in gsi1 by subject. */
export const rollupRecord = defineRecord(
  z.object({
    day: daySchema,
    subject: z.string(),
    name: z.string(),
    items: z.int().nonnegative(),
    statements: z.int().nonnegative(),
    roles: z.array(z.string()),
  }),
  ({ day, subject }) => ({ ...keys.rollup(day, subject), ...indexKeys.rollup(day, subject) }),
);

/** How far the changes have been counted. */
export const rolledThroughRecord = defineRecord(z.object({ through: instantSchema }), () => keys.rolledThrough());
