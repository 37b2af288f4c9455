import * as z from 'zod';
import type { Article } from '../../lambda/api/items/rows.ts';
import { FILTER_NAMES, statementFilters } from '../../lambda/api/statements/filters.ts';
import type { StatementRow } from '../../lambda/api/statements/rows.ts';
import { citationOf } from '../../lambda/web/articles/citation.ts';
import type { QueryClient, Row } from '../query-client.ts';

/** What a tool answers: a text for the assistant, with a citation and a link for all that it may quote, and the same as data. */
export interface ToolAnswer {
  text: string;
  data: Row;
}

/** A tool of the MCP server. */
export interface Tool {
  name: string;
  title: string;
  description: string;
  /** What it takes, as a zod shape. */
  input: Record<string, z.ZodType>;
  run(client: QueryClient, input: Record<string, unknown>): Promise<ToolAnswer>;
}

const MOST_ROWS = 100;
const limit = z.int().min(1).max(MOST_ROWS).default(20).describe('At most so many rows');
const optional = (description: string) => z.string().max(500).optional().describe(description);

/** The filters of statements, as the HTTP API takes them. */
const STATEMENT_FILTERS = Object.fromEntries(
  FILTER_NAMES.map((name) => {
    const { option } = statementFilters[name];
    return [
      name,
      option.value === null ? z.boolean().optional().describe(option.description) : optional(option.description),
    ];
  }),
);

/** The address of a list with what is given. */
function addressOf(path: string, input: Record<string, unknown>): string {
  const given = Object.entries(input).filter(([, value]) => value !== undefined && value !== false);
  return `${path}?${new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]))}`;
}

async function rowsOf<T>(
  client: QueryClient,
  path: string,
  input: Record<string, unknown>,
): Promise<{ rows: T[]; answer: Row }> {
  const answer = await client.get(addressOf(path, input));
  return { rows: answer.data as T[], answer: { data: answer.data, more: answer.nextUrl !== null } };
}

const lines = (rows: readonly string[], none: string): string => (rows.length === 0 ? none : rows.join('\n\n'));

/** The tools; none of them writes. */
export const TOOLS: readonly Tool[] = [
  {
    name: 'search_statements',
    title: 'Who said what',
    description:
      'Statements in news articles, newest first: who said it, in which role, the words, when and where. Quote them only with the citation that stands below each.',
    input: { ...STATEMENT_FILTERS, limit },
    async run(client, input) {
      const { rows, answer } = await rowsOf<StatementRow>(client, '/v1/statements', input);
      const texts = rows.map((row) => `${citationOf(row, row)}\n(statement ${row.id} of article ${row.itemId})`);
      return { text: lines(texts, 'No statement was found. Fewer filters find more.'), data: answer };
    },
  },
  {
    name: 'read_article',
    title: 'An article with its statements',
    description:
      'The text of an article, its statements with their places in the text (start and end, in characters) and a citation each, and the dates it speaks of.',
    input: { id: z.string().min(1).max(200).describe('The id of the article, as `article` of a statement') },
    async run(client, { id }) {
      const article = (await client.get(`/v1/items/${encodeURIComponent(String(id))}`)) as unknown as Article;
      const { title, outlet, url, publishedAt, contentText, statements, dates } = article;
      const said = statements.map((one) => `[${one.start}–${one.end}] ${citationOf(one, article)}`);
      const head = [title, outlet, publishedAt ?? 'without a date', url ?? 'without an address'].join(' · ');
      const text = [head, contentText, `Statements:\n${lines(said, 'none')}`].join('\n\n');
      return { text, data: { id, title, outlet, url, publishedAt, contentText, statements, dates } };
    },
  },
  {
    name: 'list_speakers',
    title: 'Speakers',
    description: 'Persons and organisations that are quoted, with their roles and how often.',
    input: {
      q: optional('Words of the name'),
      from: optional('Counted from that day on, as 2026-11-01'),
      to: optional('Counted up to the end of that day'),
      limit,
    },
    async run(client, input) {
      const { rows, answer } = await rowsOf<Row>(client, '/v1/speakers', input);
      const texts = rows.map(({ id, name, roles, statementCount }) => {
        const [role] = Array.isArray(roles) ? (roles as { text?: string }[]) : [];
        return `${name}${role?.text ? `, ${role.text}` : ''}: ${statementCount ?? 0} statements (speaker ${id})`;
      });
      return { text: lines(texts, 'No speaker was found.'), data: answer };
    },
  },
  {
    name: 'list_coming_dates',
    title: 'Coming dates',
    description: 'Days ahead that articles speak of, each with its sentence, article and link.',
    input: {
      from: optional('From that day on; today without it'),
      to: optional('Up to the end of that day'),
      q: optional('Words of the sentence'),
      limit,
    },
    async run(client, input) {
      const { rows, answer } = await rowsOf<Row>(client, '/v1/dates', input);
      const texts = rows.map(({ date, text, context, title, outlet, url }) =>
        [`${date}: ${context ?? text}`, `In: “${title}”, ${outlet}, ${url ?? 'without an address'}`].join('\n'),
      );
      return { text: lines(texts, 'No coming date was found.'), data: answer };
    },
  },
  {
    name: 'feed_status',
    title: 'How the feeds are',
    description: 'Feeds with their status, last and next poll, and why a feed cannot be read.',
    input: { q: optional('Words of the title'), status: optional('One status, as failing or stale'), limit },
    async run(client, input) {
      const { rows, answer } = await rowsOf<Row>(client, '/v1/feeds', input);
      const texts = rows.map(({ id, title, url, state }) => {
        const { status, lastSuccessAt, nextPollAt, lastError } = (state ?? {}) as Row;
        const reason = (lastError as { message?: string } | null)?.message;
        const polls = `last read ${lastSuccessAt ?? 'never'}, next poll ${nextPollAt ?? 'not planned'}`;
        return `${title} (${url}): ${status}, ${polls}${reason ? `; ${reason}` : ''} (feed ${id})`;
      });
      return { text: lines(texts, 'No feed was found.'), data: answer };
    },
  },
];
