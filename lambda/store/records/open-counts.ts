import * as z from 'zod';
import { daySchema } from '../../model/instant.ts';
import { bytesSchema } from '../table/codec.ts';
import { keys } from '../table/keys.ts';
import { defineShortRecord } from './short-record.ts';

/** Rows of some subjects of a day that is not over, a line each, compressed: which of them, a hash of the subject tells. */
export const openCountsRecord = defineShortRecord(
  z.object({
    day: daySchema,
    shards: z.int().positive(),
    shard: z.int().nonnegative(),
    data: bytesSchema,
  }),
  ({ day, shards, shard }) => keys.openCounts(day, shards, shard),
  {
    implied: ({ pk, sk }) => {
      const [, shards, shard] = sk.split('#').map(Number);
      return { day: pk.split('#')[1], shards, shard };
    },
  },
);

/** The days whose rows stand together, each with the number of its shards: their rows by subject, if there are any, are out of date. */
export const openDaysRecord = defineShortRecord(z.object({ days: z.record(daySchema, z.int().positive()) }), () =>
  keys.openDays(),
);
