import * as z from 'zod';
import { feedDocumentSchema } from './feed-document.ts';
import { instantSchema } from './instant.ts';
import { extractedStatementSchema } from './statement.ts';

const headersSchema = z.record(z.string(), z.string());

/** One step of a fetch, for people who want to see what happens. */
export const fetchStepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asked'), url: z.string(), headers: headersSchema }),
  z.object({
    kind: z.literal('looked-up'),
    host: z.string(),
    addresses: z.array(z.object({ address: z.string(), allowed: z.boolean() })),
  }),
  z.object({
    kind: z.literal('answered'),
    url: z.string(),
    status: z.number(),
    headers: headersSchema,
    address: z.string().nullable(),
  }),
  z.object({ kind: z.literal('redirected'), to: z.string() }),
]);
export type FetchStep = z.infer<typeof fetchStepSchema>;

const failureSchema = z.object({ code: z.string(), message: z.string() });

/** One of the first entries, and what would be stored of it. */
export const triedEntrySchema = z.object({
  title: z.string(),
  url: z.string().nullable(),
  publishedAt: instantSchema.nullable(),
  /** UTF-16 units of its text. */
  textLength: z.int().nonnegative(),
  statements: z.array(extractedStatementSchema),
});
export type TriedEntry = z.infer<typeof triedEntrySchema>;

/** What happened when a feed was tried; what comes after an error is `null`. */
export const feedTrialSchema = z.object({
  url: z.string(),
  steps: z.array(fetchStepSchema),
  answer: z
    .object({
      url: z.string(),
      movedTo: z.string().nullable(),
      bytes: z.int().nonnegative(),
      cacheSeconds: z.number().nullable(),
    })
    .nullable(),
  document: feedDocumentSchema.omit({ entries: true }).nullable(),
  /** Entries that can become items. */
  items: z.int().nonnegative(),
  rejected: z.array(failureSchema.extend({ entry: z.string() })),
  /** Minutes between polls by the feed's own rhythm; `null` where its entries have no dates. */
  rhythmMinutes: z.number().nullable(),
  entries: z.array(triedEntrySchema),
  /** Where the address is a page: the feeds that it names. */
  discovered: z.array(z.object({ url: z.string(), title: z.string().nullable(), type: z.string().nullable() })),
  error: failureSchema.nullable(),
});
export type FeedTrial = z.infer<typeof feedTrialSchema>;
