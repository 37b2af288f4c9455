import * as z from 'zod';
import { searchSchema } from '../../model/search.ts';
import { statementFiltersSchema } from '../statements/query.ts';

const LONGEST_NAME = 120;
const LONGEST_ADDRESS = 2_000;
/** Of one search. */
export const MOST_CHANNELS = 10;

/** The filters that a saved search may have: it looks at whatever comes, and what is new belongs to no saying yet. */
export const savedFiltersSchema = statementFiltersSchema.omit({ from: true, to: true, saying: true });

const filters = z
  .record(z.string(), z.string())
  .superRefine((sent, context) => {
    const known = Object.keys(savedFiltersSchema.shape);
    for (const name of Object.keys(sent)) {
      const message = `there is no such filter of a saved search; there are ${known.join(', ')}`;
      if (!known.includes(name)) context.addIssue({ code: 'custom', path: [name], message });
    }
    const { error } = savedFiltersSchema.safeParse(sent);
    for (const { path, message } of error?.issues ?? []) context.addIssue({ code: 'custom', path, message });
  })
  .meta({
    description: `By name, the values that /v1/statements takes: ${Object.keys(savedFiltersSchema.shape).join(', ')}`,
    examples: [{ speaker: '"ada-okonkwo"', q: 'harbour' }],
  });

const name = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(LONGEST_NAME, `at most ${LONGEST_NAME} characters`)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'no control characters')
  .meta({ description: 'No other search has it' });

const address = z
  .string()
  .trim()
  .max(LONGEST_ADDRESS, `at most ${LONGEST_ADDRESS} characters`)
  .refine(isWebAddress, 'give an address of http or https, without user name and password')
  .meta({ description: 'http or https' });

/** A channel to be added. */
export const newChannelSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('feed').meta({ description: 'A secret address for feed readers' }) }),
  z.strictObject({ kind: z.literal('webhook').meta({ description: 'Signed as Standard Webhooks' }), url: address }),
  z.strictObject({ kind: z.literal('slack').meta({ description: 'An incoming webhook of Slack' }), url: address }),
  z.strictObject({
    kind: z.literal('ntfy').meta({ description: 'A topic of ntfy' }),
    url: address.refine((url) => isWebAddress(url) && new URL(url).pathname.length > 1, 'the path is the topic'),
  }),
]);
export type NewChannel = z.infer<typeof newChannelSchema>;

/** A search to be saved. */
export const newSearchSchema = z.strictObject({
  name,
  filters: filters.default({}),
  channels: z.array(newChannelSchema).max(MOST_CHANNELS, `at most ${MOST_CHANNELS} channels`).default([]),
  paused: searchSchema.shape.paused.default(false),
});
export type NewSearch = z.infer<typeof newSearchSchema>;

/** What is to be changed of a search; what is not named stays. */
export const searchChangesSchema = z
  .strictObject({ name, filters, paused: searchSchema.shape.paused })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'give one of name, filters, paused');
export type SearchChanges = z.infer<typeof searchChangesSchema>;

function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}
