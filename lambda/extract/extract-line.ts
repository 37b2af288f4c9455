import * as z from 'zod';
import type { ExtractionWithDurations } from '../model/extraction.ts';
import { extract, extractWithDurations } from './extract.ts';

/** One line into `dateline extract --ndjson`. */
export const extractLineInputSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  title: z.string().nullish(),
  publishedAt: z.string().nullish(),
  fetchedAt: z.string().nullish(),
  language: z.string().nullish(),
  country: z.string().nullish(),
});
export type ExtractLineInput = z.infer<typeof extractLineInputSchema>;

/** One line out: the whole extraction under the id that was given. */
export type ExtractLine = { id: string | number } & ExtractionWithDurations;

/** Extracts the text of one line, with lengths of time among the dates where they are asked for; pure, never throws. */
export function extractLine(line: ExtractLineInput, { durations = false } = {}): ExtractLine {
  const run = durations ? extractWithDurations : extract;
  return {
    id: line.id,
    ...run({
      text: line.text,
      title: line.title ?? undefined,
      publishedAt: line.publishedAt ?? undefined,
      fetchedAt: line.fetchedAt ?? undefined,
      language: line.language ?? null,
      country: line.country ?? null,
    }),
  };
}
