import * as z from 'zod';
import { correctionSchema } from '../../model/correction.ts';
import { statementSchema } from '../../model/statement.ts';

const shownCorrectionSchema = correctionSchema.omit({ withdrawn: true });

/** A row of `/v1/corrections`. */
export const correctionRowSchema = shownCorrectionSchema.extend({
  /** `orphaned`: the article is gone, or has no such statement any more. */
  state: z.enum(['applied', 'orphaned']),
  /** Of the article; `null` where it is gone. */
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  /** As it is shown now. */
  statement: statementSchema.nullable(),
});
export type CorrectionRow = z.infer<typeof correctionRowSchema>;

/** What correcting a statement answers. */
export const correctionAnswerSchema = z.object({
  correction: shownCorrectionSchema,
  /** As it is now; `null` where the article does not have it any more. */
  statement: statementSchema.nullable(),
});
