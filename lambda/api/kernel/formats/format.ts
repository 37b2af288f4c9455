import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import * as z from 'zod';
import { ProblemError } from '../http/problem.ts';

/** The forms of a list. */
export const formatSchema = z.enum(['json', 'ndjson', 'csv', 'rss', 'jsonfeed']);
export type Format = z.infer<typeof formatSchema>;

/** What each form is called on the way. */
export const MEDIA_TYPES: Record<Format, string> = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  rss: 'application/rss+xml',
  jsonfeed: 'application/feed+json',
};

const FORMATS = Object.entries(MEDIA_TYPES) as [Format, string][];

/**
 * The form that a request asks for: by `format`, else by its header Accept, else JSON. Throws a 406 where the header takes none of the
 * forms that there are.
 */
export function chooseFormat(c: Context, asked: Format | undefined, there: readonly Format[]): Format {
  if (asked !== undefined) {
    if (there.includes(asked)) return asked;
    throw new ProblemError(406, 'no-such-form', `format: this is given as ${there.join(', ')}`, {
      parts: [{ parameter: 'format', detail: `give ${there.join(', ')}` }],
    });
  }
  const header = c.req.header('accept');
  if (header === undefined || header.trim() === '') return 'json';
  const supports = FORMATS.flatMap(([format, type]) => (there.includes(format) ? [type] : []));
  const found = accepts(c, { header: 'Accept', supports, default: '' });
  const format = FORMATS.find(([, type]) => type === found)?.[0];
  if (format) return format;
  if (/(\*|application)\/\*/.test(header)) return 'json';
  throw new ProblemError(406, 'no-such-form', `Accept: this is given as ${supports.join(', ')}`);
}
