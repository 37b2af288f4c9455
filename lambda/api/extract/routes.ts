import * as z from 'zod';
import { extractionSchema } from '../../model/extraction.ts';
import { jsonAnswer, sendJson } from '../kernel/http/json.ts';
import { ProblemError } from '../kernel/http/problem.ts';
import { readFrom } from '../kernel/parameters/moment.ts';
import { emptyQuerySchema } from '../kernel/parameters/paging.ts';
import { parameterSchemas as parameter } from '../kernel/parameters/parameters.ts';
import { route } from '../kernel/routes/route.ts';

const LONGEST_TEXT = 100_000;
const LONGEST_TITLE = 1_000;
const LARGEST_BODY = 200_000;

const bodySchema = z.strictObject({
  text: z
    .string()
    .max(LONGEST_TEXT, `at most ${LONGEST_TEXT} characters`)
    .refine((text) => text.trim() !== '', 'must not be empty')
    .meta({ description: 'Plain text; all offsets of the answer are into it' }),
  title: z.string().max(LONGEST_TITLE, `at most ${LONGEST_TITLE} characters`).optional(),
  publishedAt: z
    .string()
    .max(50)
    .refine((text) => readFrom(text) !== null, 'give a day as 2026-11-20, or a moment with its offset')
    .optional()
    .meta({ description: 'A day, or a moment with its offset: what “yesterday” is counted from' }),
  language: parameter.language.optional(),
  country: z
    .string()
    .regex(/^[a-z]{2}$/i, 'give a country as US or GB')
    .optional()
    .meta({ description: 'By which 03/04/2026 is read' }),
});

/** Reading a text that someone sends. */
export const extractRoutes = [
  route({
    method: 'post',
    address: '/v1/extract',
    name: 'extractText',
    tag: 'service',
    summary: 'Finds dateline, speakers, statements and dates in a text; nothing is stored',
    description:
      'A body has 200 KB at most. The server of one machine gives a long text a thread of its own and two seconds of processor, and answers 400 `takes-too-long` for one that takes more; on AWS the request ends with its function, after 29 seconds, which answers no other request meanwhile.',
    scope: 'read',
    query: emptyQuerySchema,
    body: bodySchema,
    largestBody: LARGEST_BODY,
    answers: { 200: jsonAnswer('What the text says', extractionSchema) },
    problems: [501],
    async handle({ c, body }, { extract }) {
      if (!extract) throw new ProblemError(501, 'not-here', 'this server extracts nothing; `dateline extract` does');
      return sendJson(c, extractionSchema, await extract(body));
    },
  }),
];
