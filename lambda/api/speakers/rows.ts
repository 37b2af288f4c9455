import * as z from 'zod';
import { daySchema } from '../../model/instant.ts';
import { speakerSchema } from '../../model/speaker.ts';

/** A row of `/v1/speakers`; `statementsInRange` only where they are ranked. */
export const speakerRowSchema = speakerSchema.extend({ statementsInRange: z.int().nonnegative().optional() });
export type SpeakerRow = z.infer<typeof speakerRowSchema>;

/** The answer of `/v1/speakers/:id`. */
export const speakerPageSchema = speakerSchema.extend({
  /** For the id of a speaker that is joined to another one, which is answered instead. */
  note: z.string().optional(),
  days: z.array(z.object({ day: daySchema, statements: z.int().nonnegative(), roles: z.array(z.string()) })),
});
export type SpeakerPage = z.infer<typeof speakerPageSchema>;
