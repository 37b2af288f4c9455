import * as z from 'zod';
import { instantSchema } from './instant.ts';
import { spanSchema } from './span.ts';
import { statementSpeakerSchema } from './speaker.ts';

/** Whom an operator says it was; where in the text they are named is found when the correction is applied. */
export const correctedSpeakerSchema = statementSpeakerSchema.omit({ mention: true, resolution: true });
export type CorrectedSpeaker = z.infer<typeof correctedSpeakerSchema>;

/** What the rules had found, of what a correction can change. */
export const machineReadingSchema = z.object({
  text: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  spans: z.array(spanSchema).min(1),
  speaker: statementSpeakerSchema.nullable(),
});
export type MachineReading = z.infer<typeof machineReadingSchema>;

/** What an operator decides of a statement: that it is none, or who said it (`null`: nobody knows), or its words, or the last two. */
const decisionSchema = z.object({
  notAStatement: z.boolean(),
  speaker: correctedSpeakerSchema.nullable().optional(),
  /** As they stand in the article, but for white space. */
  words: z.string().optional(),
  note: z.string().nullable(),
});
export type CorrectionDecision = z.infer<typeof decisionSchema>;

/** A correction of one statement: a record of its own, which outlives every extraction of the article. */
export const correctionSchema = decisionSchema.extend({
  itemId: z.string(),
  /** The id that the statement had when it was corrected. */
  statementId: z.string(),
  /** The key's name, or `local`. */
  by: z.string(),
  at: instantSchema,
  /** What the rules had found then: by these words the statement is known again in a changed article. */
  machine: machineReadingSchema,
  /** It is being taken back: it counts no more, and its record goes when its article shows that. */
  withdrawn: z.boolean(),
});
export type Correction = z.infer<typeof correctionSchema>;

/** The mark that a corrected statement carries. */
export const statementCorrectionSchema = z.object({
  /** The `statementId` of the correction. */
  of: z.string(),
  /** An operator has struck it: it stands in no list. */
  notAStatement: z.boolean(),
  corrected: z.array(z.enum(['speaker', 'words'])),
  note: z.string().nullable(),
  by: z.string(),
  at: instantSchema,
  /** What the rules find there. */
  machine: machineReadingSchema,
});
export type StatementCorrection = z.infer<typeof statementCorrectionSchema>;
