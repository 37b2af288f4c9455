import * as z from 'zod';
import { dayOf, daySchema, hourSchema, instantSchema } from '../../model/instant.ts';
import { defineRecord } from '../codec.ts';
import { indexKeys, keys } from '../keys.ts';
import type { Change } from '../store-shapes.ts';

/** An item's last change; in gsi1 by when it was. */
export const changeRecord = defineRecord(
  z.object({
    itemId: z.string(),
    revision: z.int().positive(),
    changedAt: instantSchema,
    /** Of `sortAt`, and of the former one. */
    hours: z.array(hourSchema).default([]),
    /** Those that an earlier version told, without their hours. */
    days: z.array(daySchema).default([]),
    removed: z.boolean(),
    /** Copy partitions that the change takes the item out of. */
    formerCopies: z.array(z.string()),
    /** Those that it puts the item into. */
    copies: z.array(z.string()).default([]),
  }),
  ({ itemId, changedAt }) => ({ ...keys.change(itemId), ...indexKeys.change(itemId, changedAt) }),
  { implied: ({ pk }) => ({ itemId: pk.slice('ITEM#'.length) }) },
);
type StoredChange = ReturnType<typeof changeRecord.decode>;

/** What readers are told of it. */
export function toChange({ itemId, revision, changedAt, hours, days, removed }: StoredChange): Change {
  const all = [...new Set([...days, ...hours.map(dayOf)])].sort();
  return { itemId, revision, changedAt, days: all, hours: days.length > 0 ? null : hours, removed };
}
