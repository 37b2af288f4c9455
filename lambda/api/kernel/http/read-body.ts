import type { Context } from 'hono';
import type * as z from 'zod';
import { ProblemError, type ProblemPart } from './problem.ts';

const MOST_PARTS = 10;

/**
 * Reads a JSON body by its schema; a body that may be left out has a schema that takes `undefined`. Throws a 415 for another type than
 * JSON, a 413 for more bytes than `largest`, and a 400 that points at each part that is not right.
 */
export async function readBody<T extends z.ZodType>(c: Context, schema: T, largest: number): Promise<z.infer<T>> {
  const bytes = await readBytes(c, largest);
  const isEmpty = bytes.length === 0;
  if (!isEmpty && !/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    throw new ProblemError(415, 'not-json', 'send the body as Content-Type: application/json');
  }
  const parsed = schema.safeParse(isEmpty ? undefined : parseJson(bytes));
  if (parsed.success) return parsed.data;
  const parts = parsed.error.issues.flatMap(partsOf).slice(0, MOST_PARTS);
  const detail = parts.map((part) => `${part.pointer || 'the body'}: ${part.detail}`).join('; ');
  throw new ProblemError(400, 'bad-body', detail, { parts });
}

/** The body's bytes; throws a 413 as soon as there are more than `largest`. */
export async function readBytes(c: Context, largest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    length += chunk.length;
    if (length > largest) throw new ProblemError(413, 'body-too-large', `at most ${largest} bytes are taken here`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new ProblemError(400, 'bad-body', 'the body is not JSON in UTF-8', {
      parts: [{ pointer: '', detail: 'not JSON in UTF-8' }],
      cause: error,
    });
  }
}

/** What is wrong, with a pointer to it: an unknown key is pointed at itself. */
function partsOf(issue: z.core.$ZodIssue): ProblemPart[] {
  const at = issue.path.map((key) => `/${escapePointer(String(key))}`).join('');
  if (issue.code !== 'unrecognized_keys') return [{ pointer: at, detail: issue.message }];
  return issue.keys.map((key) => ({ pointer: `${at}/${escapePointer(key)}`, detail: 'there is no such key' }));
}

/** RFC 6901, section 3. */
function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
