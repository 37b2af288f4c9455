import * as z from 'zod';
import { defineRecord } from '../table/codec.ts';
import { keys } from '../table/keys.ts';

/** Every merge that an operator has decided on, by the id that is joined to another; one record, so that each decision is one write. */
export const speakerMergesRecord = defineRecord(
  z.object({ into: z.record(z.string(), z.string()), version: z.int().positive() }),
  () => keys.speakerMerges(),
);
