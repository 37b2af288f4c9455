import * as z from 'zod';
import { foldedWords } from '../../../common/words.ts';
import { feedStatusSchema } from '../../../model/feed.ts';
import { statementTypeSchema } from '../../../model/statement.ts';
import { MOST_LISTED } from '../../../store/stories/record.ts';
import { formatSchema } from '../formats/format.ts';
import { foldedTerms } from '../word-match.ts';
import { readDay, readFrom, readTo } from './moment.ts';

const DEFAULT_LIMIT = 50;
const HIGHEST_LIMIT = 500;
/** Of a story. */
const DEFAULT_ARTICLES = 20;
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

/** How a day or a moment looks to those who read the document; what it must be is decided by `readFrom` and `readTo`. */
const MOMENT = {
  anyOf: [{ format: 'date' }, { format: 'date-time' }],
  examples: ['2026-03-01', '2026-03-01T09:30:00Z'],
};
const DAY = { format: 'date', examples: ['2026-03-01'] };
const MATCHED = 'beginnings of words, whatever their case and accents; all of them have to be found';

const truth = z
  .enum(['true', 'false', '1', '0'], 'give true or false')
  .transform((text) => text === 'true' || text === '1');

/** Every parameter that any list knows, as it is read from the query string. */
export const parameterSchemas = {
  from: read(moment, readFrom).meta({ description: 'Articles from that day or moment on (their `sortAt`)', ...MOMENT }),
  to: read(moment, readTo).meta({
    description: 'Articles to the end of that day, or before that moment (their `sortAt`)',
    ...MOMENT,
  }),
  fromDay: read(day, readDay).meta({ description: 'From that day on', ...DAY }),
  toDay: read(day, readDay).meta({ description: 'To the end of that day', ...DAY }),
  changedAfter: read(moment, readFrom).meta({
    description: 'What came, changed or went after that moment, up to a minute before now',
    ...MOMENT,
  }),
  speaker: shortText
    .refine((text) => foldedWords(text).length > 0, 'give an id or a word of a name')
    .meta({
      description: 'In quotation marks, the speaker with that id or whole name; else an id or words of a name',
      examples: ['okonkwo', '"nato"'],
    }),
  role: words.meta({ description: `Words of the speaker’s role or affiliation: ${MATCHED}`, examples: ['minister'] }),
  source: words.meta({
    description: `Words of the outlet that an aggregator names as an article’s source: ${MATCHED}`,
    examples: ['gazette'],
  }),
  name: words.meta({ description: `Words of a name: ${MATCHED}`, examples: ['okonkwo'] }),
  q: terms.meta({
    description: `Words: ${MATCHED}; in quotation marks, words that stand together so`,
    examples: ['harbour', 'ferry "out of service"'],
  }),
  saying: shortText.meta({ description: 'Where the words of a saying were printed: the `sayingId` of a statement' }),
  feed: shortText.meta({ description: 'A feed’s id' }),
  status: feedStatusSchema.meta({ description: 'Feeds with that status' }),
  dateRole: z
    .enum(['reported', 'scheduled', 'since', 'deadline', 'range'])
    .meta({ description: 'What the day is to the sentence' }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i, 'give a language as en or en-GB')
    .transform((text) => text.toLowerCase())
    .meta({
      description: '`en` is every English, `en-GB` only the British one',
      pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$',
      examples: ['en'],
    }),
  type: read(types, (text) => {
    const parsed = z.array(statementTypeSchema).safeParse(text.split(','));
    return parsed.success ? parsed.data : null;
  }).meta({
    description: 'One of direct, indirect and mixed, or several with commas between',
    pattern: '^(direct|indirect|mixed)(,(direct|indirect|mixed))*$',
    maxLength: LONGEST_TEXT,
  }),
  minConfidence: read('give a number from 0 to 1', (text) => {
    const value = /^\d(\.\d{1,6})?$/.test(text) ? Number(text) : 2;
    return value <= 1 ? value : null;
  }).meta({ description: 'From 0 to 1', type: 'number', minimum: 0, maximum: 1 }),
  interval: z
    .enum(['day', 'week', 'month'])
    .meta({ description: 'What a point of a series counts; weeks begin on Monday' }),
  purge: truth.meta({ description: '`true` removes all items of the feed, too, with their statements and dates' }),
  includeDuplicates: truth.meta({ description: '`true` gives copies of articles too' }),
  limit: read(wholeNumber, (text) => {
    const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
    return value >= 1 && value <= HIGHEST_LIMIT ? value : null;
  })
    .default(DEFAULT_LIMIT)
    .meta({ description: 'The most rows of a page', type: 'integer', minimum: 1, maximum: HIGHEST_LIMIT }),
  articles: read(`give a whole number from 1 to ${MOST_LISTED}`, (text) => {
    const value = /^\d{1,3}$/.test(text) ? Number(text) : 0;
    return value >= 1 && value <= MOST_LISTED ? value : null;
  })
    .default(DEFAULT_ARTICLES)
    .meta({
      description: 'The most articles of the story, beside the one that was asked for',
      type: 'integer',
      minimum: 1,
      maximum: MOST_LISTED,
    }),
  cursor: z
    .string()
    .max(LONGEST_CURSOR, 'this is not a cursor that this server gave')
    .meta({ description: 'Where to go on: `next` of the page before', pattern: '^[A-Za-z0-9_-]+$' }),
  format: formatSchema.meta({
    description: 'The form of the page; without it the header Accept tells, else it is JSON',
  }),
  fields: z
    .string()
    .max(1_000)
    .transform((text) => text.split(','))
    .meta({
      description: 'Names of the rows’ fields with commas between; nothing else is sent',
      examples: ['id,text'],
    }),
} as const;
