import * as z from 'zod';
import { daySchema } from '../../model/instant.ts';
import { speakerSchema } from '../../model/speaker.ts';
import { defineRecord } from '../table/codec.ts';
import { bounded } from '../table/key-parts.ts';
import type { Key } from '../table/port.ts';

const partitionOf = (id: string): string => `SPEAKER#${bounded(id)}`;
const firstTwo = (token: string): string => Array.from(token).slice(0, 2).join('');

/** The key of a speaker. */
export const speakerKey = (id: string): Key => ({ pk: partitionOf(id), sk: 'META' });

/** In gsi1: words of names that have the same first two letters. */
export const namesOf = (token: string): string => `NAMES#${firstTwo(token)}`;

/** The key of all merges. */
export const mergesKey = (): Key => ({ pk: 'SPEAKERS', sk: 'MERGES' });

/** A speaker; `version` rises with every write, so that two writers do not undo each other's. */
export const speakerRecord = defineRecord(
  speakerSchema.extend({
    version: z.int().positive(),
    /** The last day that `statementCount` has. */
    countedTo: daySchema.optional(),
  }),
  ({ id }) => speakerKey(id),
);
export type StoredSpeaker = ReturnType<typeof speakerRecord.decode>;

/** One word of a speaker's names; in gsi1 by its first two letters. */
export const speakerNameRecord = defineRecord(
  z.object({ id: z.string(), name: z.string(), token: z.string() }),
  ({ id, token }) => ({
    pk: partitionOf(id),
    sk: `NAME#${bounded(token)}`,
    gsi1pk: namesOf(token),
    gsi1sk: `${bounded(token)}#${bounded(id)}`,
  }),
);

/** Every merge that an operator has decided on, by the id that is joined to another; one record, so that each decision is one write. */
export const speakerMergesRecord = defineRecord(
  z.object({ into: z.record(z.string(), z.string()), version: z.int().positive() }),
  mergesKey,
);
