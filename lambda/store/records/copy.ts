import * as z from 'zod';
import { instantSchema } from '../../model/instant.ts';
import { defineRecord } from '../table/codec.ts';
import { instantAt, keys } from '../table/keys.ts';

/** Says that an item has this address or text; the partition is one of `partitions.copiesOf…`. */
export const copyRecord = defineRecord(
  z.object({
    pk: z.string(),
    itemId: z.string(),
    /** Of rows of an address, which items of one feed may share; earlier versions put it into those of texts too. */
    feedId: z.string().optional(),
    storedAt: instantSchema,
  }),
  ({ pk, storedAt, itemId }) => keys.copy(pk, storedAt, itemId),
  {
    implied: ({ sk }) => ({ itemId: sk.split('#')[1] }),
    usual: [['storedAt', ({ sk }) => instantAt(String(sk))]],
  },
);
export type CopyRow = ReturnType<typeof copyRecord.decode>;
