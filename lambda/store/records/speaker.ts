import * as z from 'zod';
import { speakerSchema } from '../../model/speaker.ts';
import { defineRecord } from '../codec.ts';
import { keys } from '../keys.ts';

/** A speaker; `version` rises with every write, so that two writers do not undo each other's. */
export const speakerRecord = defineRecord(speakerSchema.extend({ version: z.int().positive() }), ({ id }) =>
  keys.speaker(id),
);
export type StoredSpeaker = ReturnType<typeof speakerRecord.decode>;
