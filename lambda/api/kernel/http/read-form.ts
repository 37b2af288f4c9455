import type { Context } from 'hono';
import type * as z from 'zod';
import { ProblemError } from './problem.ts';
import { readBytes } from './read-body.ts';

const LARGEST_FORM = 50_000;

/**
 * Reads the fields of a form that a page has sent, by their schema; fields that nobody filled count as not sent, as in a query. Throws a 415
 * for another type than a form's, a 413 for more bytes than `largest`, and a 400 that names each field that is not right.
 */
export async function readForm<T extends z.ZodObject>(
  c: Context,
  schema: T,
  largest = LARGEST_FORM,
): Promise<z.infer<T>> {
  const bytes = await readBytes(c, largest);
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    throw new ProblemError(415, 'not-a-form', 'send the fields as Content-Type: application/x-www-form-urlencoded');
  }
  const fields = [...new URLSearchParams(Buffer.from(bytes).toString('utf8'))].filter(([, value]) => value !== '');
  const parsed = schema.safeParse(Object.fromEntries(fields));
  if (parsed.success) return parsed.data;
  const parts = parsed.error.issues.map(({ path, message }) => ({ parameter: String(path[0] ?? ''), detail: message }));
  const detail = parts.map((part) => `${part.parameter}: ${part.detail}`).join('; ');
  throw new ProblemError(400, 'bad-form', detail, { parts });
}
