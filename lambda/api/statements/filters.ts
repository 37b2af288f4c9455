import type * as z from 'zod';
import { parameterSchemas as parameter } from '../kernel/parameters/parameters.ts';
import { hasWords } from '../kernel/word-match.ts';
import { filter } from './filter.ts';
import { LOWEST_CONFIDENCES, TYPE_IN_WORDS } from './in-words.ts';
import { isLanguage } from './is-language.ts';

const isTrue = (value: string): boolean => value === 'true' || value === '1';
const wordOf = (words: object, value: string): string =>
  Object.entries(words).find(([known]) => known === value)?.[1] ?? value;

/** Every filter of statements, in the order of the form. */
export const statementFilters = {
  q: filter({
    schema: parameter.q.default([]),
    matches: ({ text, speaker }, terms) => hasWords([text, speaker?.name, speaker?.role, speaker?.affiliation], terms),
    counts: 'none',
    withChanges: true,
    narrows: true,
    option: { value: 'words', description: 'words that must occur' },
    field: { label: 'Words', kind: 'search', more: false },
    name: 'words',
  }),
  speaker: filter({
    schema: parameter.speaker.optional(),
    counts: 'speaker',
    withChanges: true,
    narrows: true,
    option: { value: 'name', description: 'words of a name, or a speaker’s id' },
    field: { label: 'Speaker', kind: 'text', more: false },
    name: 'speaker',
    inWords: (value, { speakers }) => (speakers?.length === 1 ? (speakers[0]?.name ?? value) : value),
  }),
  from: filter({
    schema: parameter.from.optional(),
    counts: 'days',
    withChanges: false,
    narrows: true,
    option: {
      value: 'time',
      description: 'from that day or moment on, as 2026-11-01, today, -7d or 2026-11-01T09:30:00Z',
    },
    field: { label: 'From', kind: 'day', more: false },
    name: 'from',
  }),
  to: filter({
    schema: parameter.to.optional(),
    counts: 'days',
    withChanges: false,
    narrows: true,
    option: { value: 'time', description: 'to the end of that day, or before that moment, as tomorrow or +30d' },
    field: { label: 'To, inclusive', kind: 'day', more: false },
    name: 'to',
  }),
  role: filter({
    schema: parameter.role.default([]),
    matches: ({ speaker }, words) =>
      words.length === 0 || (speaker !== null && hasWords([speaker.role, speaker.affiliation], words)),
    counts: 'none',
    withChanges: true,
    narrows: true,
    option: { value: 'words', description: 'words of the speaker’s role, as minister' },
    field: { label: 'Role or house', kind: 'text', more: true },
    name: 'role',
  }),
  feed: filter({
    schema: parameter.feed.optional(),
    matches: ({ feedId }, id) => id === undefined || feedId === id,
    counts: 'feed',
    withChanges: true,
    narrows: true,
    option: { value: 'feed', description: 'id, beginning of an id, address or title of a feed' },
    field: { label: 'Outlet', kind: 'choice', more: true, choices: 'feeds' },
    name: 'outlet',
    inWords: (value, { feeds }) => feeds.find(({ id }) => id === value)?.title ?? value,
  }),
  type: filter({
    schema: parameter.type.optional(),
    matches: ({ type }, types) => types === undefined || types.includes(type),
    counts: 'none',
    withChanges: true,
    narrows: true,
    option: { value: 'types', description: 'direct, indirect, mixed; several with commas between' },
    field: {
      label: 'How it was said',
      kind: 'choice',
      more: true,
      choices: [['', 'In any way'], ...Object.entries(TYPE_IN_WORDS)],
    },
    name: 'how it was said',
    inWords: (value) =>
      value
        .split(',')
        .map((type) => wordOf(TYPE_IN_WORDS, type))
        .join(' or '),
  }),
  minConfidence: filter({
    schema: parameter.minConfidence.default(0),
    matches: ({ confidence }, lowest) => confidence >= lowest,
    counts: 'none',
    withChanges: true,
    narrows: true,
    option: { value: 'number', description: 'at least that confidence, from 0 to 1' },
    field: {
      label: 'How sure the rules are',
      kind: 'choice',
      more: true,
      choices: [['', 'All'], ...LOWEST_CONFIDENCES],
    },
    name: 'how sure',
    inWords: (value) => LOWEST_CONFIDENCES.find(([lowest]) => lowest === value)?.[1] ?? `${value} or more`,
  }),
  language: filter({
    schema: parameter.language.optional(),
    matches: ({ language }, asked) => asked === undefined || isLanguage(language, asked),
    counts: 'none',
    withChanges: true,
    narrows: true,
    option: { value: 'code', description: 'language, as en or en-GB' },
    name: 'language',
  }),
  source: filter({
    schema: parameter.source.default([]),
    matchesArticle: ({ source }, words) => hasWords(source ?? '', words),
    counts: 'none',
    withChanges: false,
    narrows: true,
    option: { value: 'words', description: 'words of the outlet that an aggregator names as its source' },
    field: { label: 'Source behind an aggregator', kind: 'text', more: true },
    name: 'source',
  }),
  saying: filter({
    schema: parameter.saying.optional(),
    matches: ({ sayingId }, id) => id === undefined || sayingId === id,
    counts: 'none',
    withChanges: false,
    narrows: true,
    option: { value: 'id', description: 'where these words were printed: the sayingId of a statement' },
    name: 'words printed in several outlets',
  }),
  includeDuplicates: filter({
    schema: parameter.includeDuplicates.default(false),
    matchesArticle: ({ duplicateOf }, include) => include || duplicateOf === null,
    counts: 'none',
    withChanges: false,
    narrows: false,
    option: { value: null, description: 'also copies of what another feed told first' },
    field: {
      label: 'Copies of articles',
      kind: 'choice',
      more: true,
      choices: [
        ['', 'Left out'],
        ['true', 'Shown'],
      ],
    },
    name: 'copies',
    inWords: (value) => (isTrue(value) ? 'shown' : 'left out'),
  }),
} as const;

/** The name of a filter: of its HTTP parameter, and in camel case of its option. */
export type FilterName = keyof typeof statementFilters;

/** The names of all filters, in the order of the form. */
export const FILTER_NAMES = Object.keys(statementFilters) as FilterName[];

/** The schemas of all filters, by their names. */
export type FilterShape = { [Name in FilterName]: (typeof statementFilters)[Name]['schema'] };

/** The value of each filter. */
export type StatementFilters = z.infer<z.ZodObject<FilterShape>>;
