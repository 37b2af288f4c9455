import * as z from 'zod';
import { daySchema } from '../../model/instant.ts';
import { defineRecord } from '../table/codec.ts';
import { keys } from '../table/keys.ts';

/** A day that has something of that kind; put once. */
export const dayRecord = defineRecord(
  z.object({ kind: z.enum(['items', 'statements', 'changed', 'mentioned']), day: daySchema }),
  ({ kind, day }) => keys.day(kind, day),
);
