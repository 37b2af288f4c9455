import * as z from 'zod';
import { ConfigurationError } from '../model/errors.ts';
import { ENVIRONMENT } from '../model/names.ts';

const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const SETTINGS = z.object({
  stage: z.string('must be the name of the stage').min(1, 'must be the name of the stage'),
  table: z.string('must be the name of the table').min(1, 'must be the name of the table'),
  queueUrl: z.url({ protocol: /^https?$/, error: 'must be the address of the queue' }),
  articleExtractor: z
    .string('must be the name of the article extractor')
    .min(1, 'must be the name of the article extractor'),
  retentionDays: z
    .string('must be a number of days')
    .regex(/^[1-9]\d{0,4}$/, 'must be a whole number of days, at least 1')
    .transform(Number),
  contact: z
    .string()
    .default('')
    .transform((text) => text.trim() || null),
  allowHosts: z.string().default('').transform(list),
});

/** What the stack tells the functions through their environment. */
export type HandlerSettings = z.infer<typeof SETTINGS>;

/**
 * Reads the named settings from the environment.
 * Throws ConfigurationError `bad-environment` that lists every variable whose value is not right, and why.
 */
export function readSettings<Name extends keyof HandlerSettings>(
  names: readonly Name[],
  environment: Record<string, string | undefined>,
): Pick<HandlerSettings, Name> {
  const settings: Partial<HandlerSettings> = {};
  const problems: string[] = [];
  for (const name of names) {
    const variable = ENVIRONMENT[name];
    const value = environment[variable];
    const result = SETTINGS.shape[name].safeParse(value);
    if (result.success) Object.assign(settings, { [name]: result.data });
    else {
      const reason = result.error.issues.map(({ message }) => message).join(', ');
      problems.push(`${variable} ${reason}, but is ${value === undefined ? 'missing' : JSON.stringify(value)}`);
    }
  }
  if (problems.length > 0) throw new ConfigurationError('bad-environment', problems.join('; '));
  return settings as Pick<HandlerSettings, Name>;
}
