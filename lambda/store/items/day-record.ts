import * as z from 'zod';
import { type Day, daySchema } from '../../model/instant.ts';
import { defineRecord } from '../table/codec.ts';
import type { Key } from '../table/port.ts';

const kindSchema = z.enum(['items', 'statements', 'changed', 'mentioned']);

/** Kinds of records whose days are noted, so that readers visit only days that have something. */
export type DayKind = z.infer<typeof kindSchema>;

/** The days of a kind, ascending. */
export const daysOf = (kind: DayKind): string => `DAYS#${kind}`;

/** The key of such a day. */
export const dayKey = (kind: DayKind, day: Day): Key => ({ pk: daysOf(kind), sk: day });

/** A day that has something of that kind; put once. */
export const dayRecord = defineRecord(z.object({ kind: kindSchema, day: daySchema }), ({ kind, day }) =>
  dayKey(kind, day),
);
