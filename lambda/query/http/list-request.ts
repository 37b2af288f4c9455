import type { Context } from 'hono';
import * as z from 'zod';
import type { Page } from '../lists/walk.ts';
import { readQuery } from '../parameters/read-query.ts';
import { listSchema } from '../responses.ts';
import { filterHash, readCursor, writeCursor } from './cursor.ts';
import { badParameter } from './problem.ts';

/** A request for a page of a list, read. */
export interface ListRequest<T> {
  values: T;
  /** Position behind which the page begins; `undefined` for the first one. */
  after: string | undefined;
  /** The parameters that the page's own cursor belongs to. */
  sent: Record<string, string>;
  hash: string;
}

/** Reads a request for a list of that name; throws a 400 for parameters or a cursor that are not right. */
export function readListRequest<T extends z.ZodRawShape>(
  c: Context,
  list: string,
  schema: z.ZodObject<T>,
): ListRequest<z.infer<z.ZodObject<T>>> {
  const { values, sent } = readQuery(schema, new URL(c.req.url).searchParams);
  return listRequest(list, values, sent);
}

/** A request for a list of that name whose parameters are read; throws a 400 for a cursor that is not right. */
export function listRequest<T>(list: string, values: T, sent: Record<string, string>): ListRequest<T> {
  const hash = filterHash(list, sent);
  return { values, sent, hash, after: sent.cursor === undefined ? undefined : readCursor(hash, sent.cursor) };
}

/** The address of the next page, relative to the host; `null` at the end. */
export function nextUrl(path: string, { sent, hash }: ListRequest<unknown>, next: string | null): string | null {
  if (next === null) return null;
  return `${path}?${new URLSearchParams({ ...sent, cursor: writeCursor(hash, next) })}`;
}

/** Sends a page through the schema of its rows, only the asked `fields` of them; a 400 for fields that there are not. */
export function sendList(
  c: Context,
  request: ListRequest<unknown>,
  rowSchema: z.ZodObject,
  { rows, next, truncated, ...more }: Page<object>,
): Response {
  const fields = request.sent.fields?.split(',');
  const known = Object.keys(rowSchema.shape);
  const unknown = fields?.find((field) => !known.includes(field));
  if (unknown !== undefined) {
    throw badParameter('fields', `there is no field ${JSON.stringify(unknown)}; there are ${known.join(', ')}`);
  }
  const data: Record<string, unknown>[] = z.array(rowSchema).parse(rows);
  const url = nextUrl(c.req.path, request, next);
  const body = listSchema.parse({
    data: fields ? data.map((row) => pick(row, fields)) : data,
    next: next === null ? null : writeCursor(request.hash, next),
    nextUrl: url,
    ...(truncated && { truncated }),
    ...more,
  });
  return c.json(body, 200, url === null ? {} : { Link: `<${url}>; rel="next"` });
}

function pick(row: Record<string, unknown>, fields: string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, row[field]]));
}
