import type * as z from 'zod';
import { comingDateSchema } from '../../model/item.ts';
import { articleFields } from '../items/rows.ts';

/** A row of `/v1/dates`. */
export const dateRowSchema = comingDateSchema.extend(articleFields);
export type DateRow = z.infer<typeof dateRowSchema>;
