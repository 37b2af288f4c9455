import * as z from 'zod';
import { type Speaker, speakerRoleSchema, speakerSchema } from '../../model/speaker.ts';
import { defineRecord } from '../table/codec.ts';
import { bounded } from '../table/key-parts.ts';
import type { Attributes, Key } from '../table/port.ts';

const partitionOf = (id: string): string => `SPEAKER#${bounded(id)}`;
const firstTwo = (token: string): string => Array.from(token).slice(0, 2).join('');

/** The key of a speaker. */
export const speakerKey = (id: string): Key => ({ pk: partitionOf(id), sk: 'META' });

/** In gsi1: words of names that have the same first two letters. */
export const namesOf = (token: string): string => `NAMES#${firstTwo(token)}`;

/** The key of all merges. */
export const mergesKey = (): Key => ({ pk: 'SPEAKERS', sk: 'MERGES' });

/** A speaker without what is counted; `version` rises with every write, so that two writers do not undo each other's. */
export const speakerRecord = defineRecord(
  speakerSchema.omit({ statementCount: true, mergedFrom: true }).extend({
    roles: z.array(speakerRoleSchema.omit({ statements: true })),
    version: z.int().positive(),
  }),
  ({ id }) => speakerKey(id),
);

/** A speaker as it is stored, of whom nothing is counted. */
export interface StoredSpeaker extends Speaker {
  version: number;
}

/** The speaker of a record; throws StoreError `corrupt-record`. */
export function decodeSpeaker(attributes: Attributes): StoredSpeaker {
  const speaker = speakerRecord.decode(attributes);
  return { ...speaker, statementCount: 0, roles: speaker.roles.map((role) => ({ ...role, statements: 0 })) };
}

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
