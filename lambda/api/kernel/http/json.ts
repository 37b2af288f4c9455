import type { Context } from 'hono';
import type * as z from 'zod';
import { safeJson } from '../../../common/control-characters.ts';
import type { RouteAnswer } from '../routes/route.ts';

/** A JSON answer, as a route's plan tells of it. */
export function jsonAnswer(description: string, schema: z.ZodType): RouteAnswer {
  return { description, content: { 'application/json': schema } };
}

/** Sends a value through its schema as JSON; what the schema doesn't know is left out. */
export function sendJson<T extends z.ZodType>(
  c: Context,
  schema: T,
  value: z.input<T>,
  status: 200 | 201 | 202 = 200,
): Response {
  return c.body(safeJson(schema.parse(value)), status, { 'Content-Type': 'application/json' });
}
