import * as z from 'zod';
import { statementCorrectionSchema } from './correction.ts';
import { daySchema, instantSchema } from './instant.ts';
import { spanSchema, textSpanSchema } from './span.ts';
import { statementSpeakerSchema } from './speaker.ts';

/** `direct` stands in quotation marks, `indirect` is reported in the article's words, `mixed` is both. */
export const statementTypeSchema = z.enum(['direct', 'indirect', 'mixed']);
export type StatementType = z.infer<typeof statementTypeSchema>;

/**
 * How the words hang on their cue: a `quotation`, a `clause` ("said that"), an `infinitive` ("vowed to"), an `object` ("denied the claims"), `naming`
 * ("called it a farce") or a `noun` ("expressed concern over"). Only the first two can be read without their verb.
 */
export const statementFrameSchema = z.enum(['quotation', 'clause', 'infinitive', 'object', 'naming', 'noun']);
export type StatementFrame = z.infer<typeof statementFrameSchema>;

/** A statement as the text alone gives it, before it belongs to a stored item. */
export const extractedStatementSchema = z.object({
  type: statementTypeSchema,
  /** The words of all spans as they stand in the text, with an ellipsis where words between two spans are left out. */
  text: z.string(),
  /** Start of the first span. */
  start: z.int().nonnegative(),
  /** End of the last span. */
  end: z.int().nonnegative(),
  spans: z.array(spanSchema).min(1),
  /** The words that say that something was said; `null` where only the layout says so. */
  cue: textSpanSchema.extend({ lemma: z.string() }).nullable(),
  /** `null` is an honest "unknown", never a guess. */
  speaker: statementSpeakerSchema.nullable(),
  /** The others who said it with the speaker ("Ann Roe and Bo Lee said"), by name: each has a statement of their own. */
  jointWith: z.array(z.string()).min(1).optional(),
  /** The day or instant of saying, or `null` where nothing tells. */
  saidAt: z.union([daySchema, instantSchema]).nullable(),
  saidAtSource: z.enum(['text', 'published', 'dateline']).nullable(),
  frame: statementFrameSchema.optional(),
  /** `act` where it only tells what was done to whom by words and nothing of what they were: "thanked Kelly". */
  substance: z.enum(['act']).optional(),
  /** Name of the rule that found it. */
  rule: z.string(),
  confidence: z.number().min(0).max(1),
});
export type ExtractedStatement = z.infer<typeof extractedStatementSchema>;

/** A statement of a stored item. `id` = sha256 of item, folded text, cue and its n-th equal. */
export const statementSchema = extractedStatementSchema.extend({
  id: z.string(),
  itemId: z.string(),
  /** The item's edition that has it: where the item names another one, the statement has been replaced, or was never finished. */
  edition: z.string(),
  feedId: z.string(),
  url: z.string().nullable(),
  /** The item's `sortAt`, by which lists are ordered. */
  sortAt: instantSchema,
  /** The item's language, as far as known. */
  language: z.string().nullable(),
  /** The id of the statement that was published first with the same words, where several articles have them; found within the hour. */
  sayingId: z.string().optional(),
  /** Where an operator has corrected it: what was decided, and what the rules had found. */
  correction: statementCorrectionSchema.optional(),
});
export type Statement = z.infer<typeof statementSchema>;
