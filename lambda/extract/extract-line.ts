import * as z from 'zod';
import type { Extraction } from '../model/extraction.ts';
import { extract } from './extract.ts';

/** One line into `dateline extract --ndjson`. */
export const extractLineInputSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  title: z.string().nullish(),
  publishedAt: z.string().nullish(),
  fetchedAt: z.string().nullish(),
  language: z.string().nullish(),
});
export type ExtractLineInput = z.infer<typeof extractLineInputSchema>;

/** One line out: the whole extraction under the id that was given. */
export type ExtractLine = { id: string | number } & Extraction;

/** Extracts the text of one line; pure, never throws. */
export function extractLine(line: ExtractLineInput): ExtractLine {
  return {
    id: line.id,
    ...extract({
      text: line.text,
      title: line.title ?? undefined,
      publishedAt: line.publishedAt ?? undefined,
      fetchedAt: line.fetchedAt ?? undefined,
      language: line.language ?? null,
    }),
  };
}
