import * as z from 'zod';
import { dateMentionSchema } from '../../model/date-mention.ts';
import { daySchema, instantSchema } from '../../model/instant.ts';
import { itemSchema } from '../../model/item.ts';
import { bytesSchema, defineRecord } from '../table/codec.ts';
import type { Key } from '../table/port.ts';
import { itemPartition } from './record.ts';

/** The key of the text of one edition. */
export const bodyKey = (itemId: string, edition: string): Key => ({ pk: itemPartition(itemId), sk: `BODY#${edition}` });

/** What an item's own record holds cut: the whole of it stands here where that is so. */
export const cutFields = itemSchema
  .pick({
    guid: true,
    title: true,
    authors: true,
    summary: true,
    tags: true,
    enclosures: true,
    publishedAtRaw: true,
    dateline: true,
    warnings: true,
  })
  .partial();

/** The text of one edition, its markup and all of its dates; in no index. */
export const bodyRecord = defineRecord(
  z.object({
    itemId: z.string(),
    edition: z.string(),
    sortAt: instantSchema,
    contentText: z.string(),
    /** Compressed by brotli. */
    contentHtml: bytesSchema.nullable(),
    dates: z.array(dateMentionSchema),
    /** Which rows of the calendar belong to this edition. */
    comingDates: z.array(z.object({ date: daySchema, start: z.int().nonnegative() })),
    ...cutFields.shape,
  }),
  ({ itemId, edition }) => bodyKey(itemId, edition),
);
export type StoredBody = ReturnType<typeof bodyRecord.decode>;
