import * as z from 'zod';
import { daySchema, instantSchema } from '../../model/instant.ts';
import { defineRecord } from '../codec.ts';
import { indexKeys, keys } from '../keys.ts';

/** An item's last change; in gsi1 by when it was. */
export const changeRecord = defineRecord(
  z.object({
    itemId: z.string(),
    revision: z.int().positive(),
    changedAt: instantSchema,
    days: z.array(daySchema),
    removed: z.boolean(),
    /** Copy partitions that the change takes the item out of. */
    formerCopies: z.array(z.string()),
    /** Those that it puts the item into. */
    copies: z.array(z.string()).default([]),
  }),
  ({ itemId, changedAt }) => ({ ...keys.change(itemId), ...indexKeys.change(itemId, changedAt) }),
  { implied: ({ pk }) => ({ itemId: pk.slice('ITEM#'.length) }) },
);
