import type { Context } from 'hono';
import * as z from 'zod';
import { answerBytes, LARGEST_ANSWER } from '../http/answer-length.ts';
import { writeCursor } from '../http/cursor.ts';
import { type ListRequest, nextUrl } from '../http/list-request.ts';
import { badParameter } from '../http/problem.ts';
import type { Page } from '../lists/walk.ts';
import type { QueryContext } from '../query-context.ts';
import { formatsOf, type ListForm } from './form.ts';
import { chooseFormat, type Format, formatSchema, MEDIA_TYPES } from './format.ts';
import { jsonFeedWriter } from './json-feed-writer.ts';
import type { PageWriter } from './page-frame.ts';
import { csvWriter, jsonWriter, ndjsonWriter } from './plain-writers.ts';
import { rssWriter } from './rss-writer.ts';

const ROOM_FOR_FRAME = 50_000;

/** A page with the schema of its rows and how they are written. */
export interface ListAnswer {
  rows: z.ZodObject;
  page: Page<object>;
  form: ListForm;
}

/**
 * Sends a page, its rows through their schema, in the form that the request asks for; only the asked `fields` of them. A page that would
 * be too long for a Lambda ends earlier, and `next` goes on there. Throws a 400 for fields that there are not, and for a form that there is not.
 */
export async function sendPage(
  c: Context,
  title: string,
  request: ListRequest<unknown>,
  { rows: schema, page, form }: ListAnswer,
  context: QueryContext,
): Promise<Response> {
  const asked = formatSchema.optional().parse(request.sent.format);
  const format = chooseFormat(c, asked, formatsOf(form));
  const fields = fieldsOf(request, schema, format);
  const completed = await complete(page.rows, format, fields, form, context);
  const data: Record<string, unknown>[] = z.array(schema).parse(completed);
  const writer = writerOf(format, form, fields);
  const { written, cut } = writeRows(
    data.map((row) => (fields ? pick(row, fields) : row)),
    writer,
    page.places,
  );
  const next = cut ?? page.next;
  const { rows: _, places: __, next: ___, truncated, ...more } = page;
  const sent = format === 'json' ? request.sent : { ...request.sent, format };
  const url = nextUrl(c.req.path, { ...request, sent }, next);
  const { origin, href } = new URL(c.req.url);
  const body = writer.page(written, {
    title,
    homeUrl: `${origin}/`,
    selfUrl: href,
    nextUrl: url === null ? null : `${origin}${url}`,
    members: {
      next: next === null ? null : writeCursor(request.hash, next),
      nextUrl: url,
      ...(truncated && cut === null && { truncated }),
      ...more,
    },
  });
  return c.body(body, 200, {
    'Content-Type': `${MEDIA_TYPES[format]}${format === 'json' ? '' : '; charset=utf-8'}`,
    Vary: 'Accept',
    ...(url !== null && { Link: `<${url}>; rel="next"` }),
    ...(format === 'csv' && { 'Content-Disposition': `attachment; filename="${c.req.path.split('/').at(-1)}.csv"` }),
  });
}

function fieldsOf(request: ListRequest<unknown>, schema: z.ZodObject, format: Format): string[] | undefined {
  const fields = request.sent.fields?.split(',');
  const known = Object.keys(schema.shape);
  const unknown = fields?.find((field) => !known.includes(field));
  if (unknown !== undefined) {
    throw badParameter('fields', `there is no field ${JSON.stringify(unknown)}; there are ${known.join(', ')}`);
  }
  if (fields && (format === 'rss' || format === 'jsonfeed')) {
    throw badParameter('fields', 'entries of a feed have theirs: take it with json, ndjson or csv');
  }
  return fields;
}

const ONLY_IN_EXPORTS: ReadonlySet<string> = new Set(['context', 'reading']);

/** Rows of JSON have what only exports have where they are asked for it. */
async function complete(
  rows: object[],
  format: Format,
  fields: string[] | undefined,
  form: ListForm,
  context: QueryContext,
): Promise<object[]> {
  const isWanted = fields ? fields.some((field) => ONLY_IN_EXPORTS.has(field)) : format !== 'json';
  return isWanted && form.complete ? form.complete(rows, context) : rows;
}

function writerOf(format: Format, { columns = [], entry }: ListForm, fields: string[] | undefined): PageWriter {
  if (format === 'json') return jsonWriter;
  if (format === 'ndjson') return ndjsonWriter;
  if (format === 'csv') return csvWriter(fields ?? columns);
  if (!entry) throw new RangeError(`there is no ${format} of this list`);
  return format === 'rss' ? rssWriter(entry) : jsonFeedWriter(entry);
}

/** Writes rows until the page is long enough; `cut` is the place of the last one then, else `null`. */
function writeRows(
  rows: Record<string, unknown>[],
  writer: PageWriter,
  places: readonly string[] | undefined,
): { written: string[]; cut: string | null } {
  const written: string[] = [];
  let bytes = ROOM_FOR_FRAME;
  for (const [index, row] of rows.entries()) {
    const text = writer.row(row);
    bytes += answerBytes(text) + 1;
    const place = places?.[index - 1];
    if (bytes > LARGEST_ANSWER && place !== undefined) return { written, cut: place };
    written.push(text);
  }
  return { written, cut: null };
}

function pick(row: Record<string, unknown>, fields: string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, row[field]]));
}
