import * as z from 'zod';
import { feedStatusSchema } from '../../model/feed.ts';
import { statementTypeSchema } from '../../model/statement.ts';
import { foldedWords } from '../../common/words.ts';
import { foldedTerms } from '../word-match.ts';
import { readDay, readFrom, readTo } from './moment.ts';

const DEFAULT_LIMIT = 50;
const HIGHEST_LIMIT = 500;
const LONGEST_TEXT = 200;
const LONGEST_CURSOR = 8_000;

const shortText = z.string().max(LONGEST_TEXT, `at most ${LONGEST_TEXT} characters`);
const oneWord = 'give at least one word of letters or digits';
const words = shortText.transform(foldedWords).refine((found) => found.length > 0, oneWord);
const terms = shortText.transform(foldedTerms).refine((found) => found.length > 0, oneWord);

function read<T>(what: string, reader: (text: string) => T | null) {
  return z.string().transform((text, context) => {
    const value = reader(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: what });
    return z.NEVER;
  });
}

const moment = 'give a day as 2023-11-12, or a moment with its offset as 2023-11-12T09:30:00Z';
const day = 'give a day of the calendar as 2023-11-12';
const wholeNumber = `give a whole number from 1 to ${HIGHEST_LIMIT}`;
const types = `give ${statementTypeSchema.options.join(', ')}, or several of them with commas between`;

/** Every parameter that any list knows, as it is read from the query string. */
export const parameterSchemas = {
  from: read(moment, readFrom),
  to: read(moment, readTo),
  fromDay: read(day, readDay),
  toDay: read(day, readDay),
  changedAfter: read(moment, readFrom),
  speaker: shortText.refine((text) => foldedWords(text).length > 0, 'give an id or a word of a name'),
  role: words,
  name: words,
  q: terms,
  feed: shortText,
  status: feedStatusSchema,
  dateRole: z.enum(['reported', 'scheduled', 'since', 'deadline', 'range']),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i, 'give a language as en or en-GB')
    .transform((text) => text.toLowerCase()),
  type: read(types, (text) => {
    const parsed = z.array(statementTypeSchema).safeParse(text.split(','));
    return parsed.success ? parsed.data : null;
  }),
  minConfidence: read('give a number from 0 to 1', (text) => {
    const value = /^\d(\.\d{1,6})?$/.test(text) ? Number(text) : 2;
    return value <= 1 ? value : null;
  }),
  includeDuplicates: z
    .enum(['true', 'false', '1', '0'], 'give true or false')
    .transform((text) => text === 'true' || text === '1'),
  limit: read(wholeNumber, (text) => {
    const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
    return value >= 1 && value <= HIGHEST_LIMIT ? value : null;
  }).default(DEFAULT_LIMIT),
  cursor: z.string().max(LONGEST_CURSOR, 'this is not a cursor that this server gave'),
  fields: z
    .string()
    .max(1_000)
    .transform((text) => text.split(',')),
} as const;
