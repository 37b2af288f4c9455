import type { Context } from 'hono';
import { ProblemError } from '../http/problem.ts';

/**
 * The fields of a form as browsers send it, the first value of each. Throws a 415 for another body, and a 413 for one of more bytes than
 * `largest`.
 */
export async function readForm(c: Context, largest: number): Promise<Map<string, string>> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
    throw new ProblemError(415, 'not-a-form', 'send the form as application/x-www-form-urlencoded');
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    length += chunk.length;
    if (length > largest) throw new ProblemError(413, 'body-too-large', `at most ${largest} bytes are taken here`);
    chunks.push(chunk);
  }
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(Buffer.concat(chunks).toString('utf8'))) {
    if (!fields.has(name)) fields.set(name, value);
  }
  return fields;
}
