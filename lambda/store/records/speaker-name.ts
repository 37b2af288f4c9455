import * as z from 'zod';
import { defineRecord } from '../table/codec.ts';
import { indexKeys, keys } from '../table/keys.ts';

/** One word of a speaker's names; in gsi1 by its first two letters. */
export const speakerNameRecord = defineRecord(
  z.object({ id: z.string(), name: z.string(), token: z.string() }),
  ({ id, token }) => ({ ...keys.speakerName(id, token), ...indexKeys.speakerName(id, token) }),
);
