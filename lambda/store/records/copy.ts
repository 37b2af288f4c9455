import * as z from 'zod';
import { instantSchema } from '../../model/instant.ts';
import { defineRecord } from '../codec.ts';
import { keys } from '../keys.ts';

/** Says that an item has this address or text; the partition is one of `partitions.copiesOf…`. */
export const copyRecord = defineRecord(
  z.object({ pk: z.string(), itemId: z.string(), feedId: z.string(), storedAt: instantSchema }),
  ({ pk, storedAt, itemId }) => keys.copy(pk, storedAt, itemId),
  { implied: ({ sk }) => ({ itemId: sk.split('#')[1] }) },
);
export type CopyRow = ReturnType<typeof copyRecord.decode>;
