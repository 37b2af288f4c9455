import * as z from 'zod';
import { InputError } from '../lambda/model/errors.ts';

/** One line into `dateline parse --ndjson`: a file's path, or the document itself. */
export const parseLineInputSchema = z
  .object({
    file: z.string().optional(),
    content: z.string().optional(),
    url: z.string().nullish(),
    headers: z.record(z.string(), z.coerce.string()).nullish(),
  })
  .refine(({ file, content }) => (file === undefined) !== (content === undefined), 'give file or content, one of them');

/** The value as the schema reads it; throws InputError `bad-line` that names what is wrong and where. */
export function parseOrThrow<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  );
  const pointer = parsed.error.issues[0]?.path.join('/') ?? '';
  throw new InputError('bad-line', reasons.join('; '), `/${pointer}`);
}
