import * as z from 'zod';
import { instantSchema } from '../../model/instant.ts';
import { type Speaker, speakerSchema } from '../../model/speaker.ts';
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

const storedSpeakerSchema = speakerSchema.pick({ id: true, name: true, kind: true, aliases: true }).extend({
  /** As articles worded them. */
  roles: z.array(z.string()),
  /** The latest `sortAt` of the mentions that brought a name or role. First and last mentions are counted, day by day. */
  mentionedAt: instantSchema,
  /** Rises with every write, so that two writers do not undo each other's. */
  version: z.int().positive(),
});

/** The record of a speaker: nothing in it is counted. */
export const speakerRecord = defineRecord(storedSpeakerSchema, ({ id }) => speakerKey(id));

/** A speaker as it is stored. */
export type StoredSpeaker = z.infer<typeof storedSpeakerSchema>;

/** The speaker of a record, of whom nothing is counted yet: all times are `mentionedAt`. Throws StoreError `corrupt-record`. */
export function decodeSpeaker(attributes: Attributes): Speaker {
  const { roles, mentionedAt, version: _, ...speaker } = speakerRecord.decode(attributes);
  const times = { firstSeenAt: mentionedAt, lastSeenAt: mentionedAt };
  return { ...speaker, ...times, statementCount: 0, roles: roles.map((text) => ({ text, statements: 0, ...times })) };
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

/** The record of a speaker, or of a word of their names, with its keys made anew. */
export function speakerWithKeys(attributes: Attributes): Attributes & Key {
  return attributes.sk === 'META'
    ? speakerRecord.encode(speakerRecord.decode(attributes))
    : speakerNameRecord.encode(speakerNameRecord.decode(attributes));
}
