import * as z from 'zod';
import { daySchema } from '../../model/instant.ts';
import { speakerSchema } from '../../model/speaker.ts';
import { defineRecord } from '../table/codec.ts';
import { keys } from '../table/keys.ts';

/** A speaker; `version` rises with every write, so that two writers do not undo each other's. */
export const speakerRecord = defineRecord(
  speakerSchema.extend({
    version: z.int().positive(),
    /** The last day that `statementCount` has; of speakers that an earlier version wrote it has all. */
    countedTo: daySchema.optional(),
  }),
  ({ id }) => keys.speaker(id),
);
export type StoredSpeaker = ReturnType<typeof speakerRecord.decode>;
