import * as z from 'zod';
import { speakerKindSchema } from '../../model/speaker.ts';

const LONGEST_NAME = 160;
const LONGEST_WORDS = 5_000;
const LONGEST_NOTE = 500;

const name = z.string().trim().min(1, 'must not be empty').max(LONGEST_NAME, `at most ${LONGEST_NAME} characters`);

/** Whom a correction means: one who is known, by `id`, or anybody by `name`. */
const meantSpeakerSchema = z
  .strictObject({
    id: z.string().min(1).max(200).optional().meta({ description: 'Of a speaker who is known' }),
    name: name.optional().meta({ description: 'The whole name; of one who is known their own by itself' }),
    kind: speakerKindSchema.optional().meta({ description: '`person` by itself' }),
    role: name.nullable().default(null),
    affiliation: name.nullable().default(null),
  })
  .refine(({ id, name: given }) => id !== undefined || given !== undefined, 'give an id or a name');
export type MeantSpeaker = z.infer<typeof meantSpeakerSchema>;

/** What a correction says: that it is no statement, or who said it, or its words, or the last two. */
export const correctionBodySchema = z
  .strictObject({
    notAStatement: z.boolean().default(false).meta({ description: 'True to strike it' }),
    speaker: meantSpeakerSchema.nullable().optional().meta({ description: '`null` for an unknown speaker' }),
    words: z
      .string()
      .trim()
      .min(1, 'must not be empty')
      .max(LONGEST_WORDS, `at most ${LONGEST_WORDS} characters`)
      .optional()
      .meta({ description: 'The right words, as they stand in the article' }),
    note: z.string().trim().max(LONGEST_NOTE, `at most ${LONGEST_NOTE} characters`).nullable().default(null),
  })
  .superRefine(({ notAStatement, speaker, words }, context) => {
    const others = { speaker, words };
    if (!notAStatement && speaker === undefined && words === undefined) {
      context.addIssue({ code: 'custom', message: 'give notAStatement, speaker or words' });
    }
    for (const [key, value] of Object.entries(others)) {
      if (!notAStatement || value === undefined) continue;
      context.addIssue({ code: 'custom', path: [key], message: 'does not go with notAStatement' });
    }
  });
export type CorrectionBody = z.infer<typeof correctionBodySchema>;
