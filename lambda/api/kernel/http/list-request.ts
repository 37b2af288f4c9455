import type { Context } from 'hono';
import type * as z from 'zod';
import { readQuery } from '../parameters/read-query.ts';
import { filterHash, readCursor, writeCursor } from './cursor.ts';

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
