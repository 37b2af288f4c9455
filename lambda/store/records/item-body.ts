import * as z from 'zod';
import { dateMentionSchema } from '../../model/date-mention.ts';
import { itemSchema } from '../../model/item.ts';
import { bytesSchema, defineRecord } from '../table/codec.ts';
import { keys } from '../table/keys.ts';
import type { Attributes } from '../table/port.ts';

/** What the pieces hold together: all that the item's own record has shortened or left out. */
export const itemBodySchema = z.object({
  item: itemSchema.pick({
    guid: true,
    title: true,
    authors: true,
    summary: true,
    contentText: true,
    contentHtml: true,
    tags: true,
    enclosures: true,
    publishedAtRaw: true,
    dateline: true,
    warnings: true,
  }),
  dates: z.array(dateMentionSchema),
});
export type ItemBody = z.infer<typeof itemBodySchema>;

/** One piece of the compressed body of one revision; in no index. */
export const itemBodyRecord = defineRecord(
  z.object({
    itemId: z.string(),
    revision: z.int().positive(),
    piece: z.int().nonnegative(),
    pieces: z.int().positive(),
    data: bytesSchema,
    /** With the first piece: which rows the revision's coming dates have. */
    coming: z.array(z.string()).optional(),
  }),
  ({ itemId, revision, piece }) => keys.itemBody(itemId, revision, piece),
  {
    implied: ({ pk, sk }) => {
      const [, revision, piece] = sk.split('#').map(Number);
      return { itemId: pk.slice('ITEM#'.length), revision, piece };
    },
    usual: [['pieces', () => 1]],
  },
);

/** Whether the record is of a version that kept coming dates as records beside it. */
export const isOfEarlierVersion = (record: Attributes): boolean => record.itemId !== undefined;
