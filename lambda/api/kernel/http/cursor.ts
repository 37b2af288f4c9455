import * as z from 'zod';
import { shortHash } from '../../../common/hash.ts';
import { badParameter } from './problem.ts';

const VERSION = 1;
const LONGEST_CURSOR = 8_000;
const LONGEST_POSITION = 6_000;
/** Parameters that may change from page to page. */
const OF_PAGES = ['cursor', 'limit', 'fields', 'format'];

/** A position as the store gives it and takes it back as a part of a key; a key holds 1,024 bytes. */
export const positionSchema = z
  .string()
  .min(1)
  .refine((text) => Buffer.byteLength(text) <= 1_000, 'too long');

const cursorSchema = z.strictObject({
  v: z.literal(VERSION),
  /** Hash of the list and its filters. */
  f: z.string(),
  /** Where to go on, in the list's own terms. */
  p: z.string().max(LONGEST_POSITION),
});

/** What must stay the same from page to page: the list and its filters, not how many rows or fields of them are shown, or in which form. */
export function filterHash(list: string, filters: Record<string, string>): string {
  const pairs = Object.entries(filters)
    .filter(([name]) => !OF_PAGES.includes(name))
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return shortHash(list, ...pairs.flat());
}

/** An opaque cursor: base64url of JSON. It holds nothing secret and is not signed: a forged one reads what its maker may read anyway. */
export function writeCursor(hash: string, position: string): string {
  return Buffer.from(JSON.stringify({ v: VERSION, f: hash, p: position })).toString('base64url');
}

/** The position in a cursor; a 400 for text that is no cursor of ours, or one of another list or other filters. */
export function readCursor(hash: string, cursor: string): string {
  if (cursor.length > LONGEST_CURSOR || !/^[\w-]+$/.test(cursor)) throw unreadable();
  const { f, p } = readPosition(cursorSchema, Buffer.from(cursor, 'base64url').toString('utf8'));
  if (f !== hash) {
    throw badParameter(
      'cursor',
      'this cursor belongs to a query with other filters; start again without it',
      'cursor-of-other-filters',
    );
  }
  return p;
}

/** Reads a position that is JSON; a 400 for text that is not what the schema says. */
export function readPosition<T>(schema: z.ZodType<T>, text: string): T {
  const parsed = schema.safeParse(jsonOrNull(text));
  if (!parsed.success) throw unreadable();
  return parsed.data;
}

function unreadable(): Error {
  return badParameter(
    'cursor',
    'this is not a cursor that this server gave; start again without it',
    'unreadable-cursor',
  );
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
