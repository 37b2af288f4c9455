import type * as z from 'zod';
import { sortableInstant } from '../../../model/instant.ts';
import { badParameter, ProblemError, type ProblemPart } from '../http/problem.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const CONTROL = /[\u0000-\u001f\u007f]/;

/** A query string, read: the values that a route works with, and the parameters as they were sent (empty ones left out). */
export interface ReadQuery<T> {
  values: T;
  sent: Record<string, string>;
}

/**
 * Reads the query string by the schema, whose keys are all the parameters there are. An empty value counts as not sent, as
 * forms send fields that nobody filled. Throws a 400 that names each parameter that is unknown, given twice or not right.
 */
export function readQuery<T extends z.ZodRawShape>(
  schema: z.ZodObject<T>,
  search: URLSearchParams,
): ReadQuery<z.infer<z.ZodObject<T>>> {
  const known = new Set(Object.keys(schema.shape));
  const wrong: ProblemPart[] = [];
  const sent: Record<string, string> = {};
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    const parameter = name.slice(0, 60);
    if (!known.has(name)) wrong.push({ parameter, detail: unknownParameter(known) });
    else if (values.length > 1) wrong.push({ parameter, detail: 'give it once' });
    else if (CONTROL.test(values[0] ?? '')) wrong.push({ parameter, detail: 'no control characters' });
    else if (values[0]) sent[name] = values[0];
  }
  if (wrong.length > 0) throw refusal(wrong);
  const parsed = schema.safeParse(sent);
  if (!parsed.success) {
    throw refusal(parsed.error.issues.map(({ path, message }) => ({ parameter: String(path[0]), detail: message })));
  }
  return { values: parsed.data, sent };
}

/** Throws a 400 for a range that ends (`to`, exclusive) where it begins or before. */
export function checkRange(from: string | undefined, to: string | undefined): void {
  if (from === undefined || to === undefined) return;
  if (sortableInstant(from) >= sortableInstant(to)) throw badParameter('to', 'must lie after from');
}

/** Throws a 400 where a parameter was sent together with one that does not go with it. */
export function refuseBeside(sent: Record<string, string>, parameter: string, others: string[], why: string): void {
  const other = others.find((name) => sent[name] !== undefined);
  if (sent[parameter] !== undefined && other !== undefined) {
    throw badParameter(other, `does not go with ${parameter}: ${why}`);
  }
}

function unknownParameter(known: Set<string>): string {
  return known.size === 0
    ? 'there are no parameters here'
    : `there is no such parameter; there are ${[...known].join(', ')}`;
}

function refusal(parts: ProblemPart[]): ProblemError {
  const shown = parts.slice(0, 10);
  const text = shown.map(({ parameter, detail }) => `${parameter}: ${detail}`).join('; ');
  return new ProblemError(400, 'bad-parameter', text, { parts: shown });
}
