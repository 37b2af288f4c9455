import * as z from 'zod';
import { type Day, dayOf, hourSchema, type Instant, instantSchema } from '../../model/instant.ts';
import type { Change } from '../store-shapes.ts';
import { defineRecord } from '../table/codec.ts';
import { at, sharded, shards } from '../table/key-parts.ts';
import type { Key } from '../table/port.ts';

const SHARDS = 4;

/** The partitions of a day, by `changedAt`. */
export const changesOfDay = (day: Day): string[] => shards(`CHANGED#${day}`, SHARDS);

/** The key of a change. */
export const changeKey = (itemId: string, changedAt: Instant): Key => ({
  pk: sharded(changesOfDay(dayOf(changedAt)), itemId),
  sk: at(changedAt, itemId),
});

/** A change of an item, in no index. */
export const changeRecord = defineRecord(
  z.object({
    itemId: z.string(),
    revision: z.int().positive(),
    changedAt: instantSchema,
    /** Of `sortAt`, of the former one, and of former changes that may not have been counted yet. */
    hours: z.array(hourSchema),
    removed: z.boolean(),
    /** Copy partitions that the change takes the item out of. */
    formerCopies: z.array(z.string()),
    /** Those that it puts the item into. */
    copies: z.array(z.string()),
    /** When the changes were whose rows this one takes the place of. */
    formers: z.array(instantSchema),
    /** Of an item that is gone: its story, of which others may have been its copies. */
    storyId: z.string().optional(),
  }),
  ({ itemId, changedAt }) => changeKey(itemId, changedAt),
);
export type StoredChange = ReturnType<typeof changeRecord.decode>;

/** What readers are told of it. */
export function toChange({ itemId, revision, changedAt, hours, removed, storyId }: StoredChange): Change {
  const days = [...new Set(hours.map(dayOf))].sort();
  return { itemId, revision, changedAt, days, hours, removed, ...(storyId !== undefined && { storyId }) };
}
