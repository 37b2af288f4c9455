import * as z from 'zod';
import { daySchema } from './instant.ts';

/** What an article's opening says of where, when and through whom it was written. */
export const datelineSchema = z.object({
  /** The opening as it stands, without surrounding space. */
  raw: z.string(),
  place: z.string().nullable(),
  date: daySchema.nullable(),
  /** The agency or outlet that wrote it, as `Reuters`. */
  agency: z.string().nullable(),
  /** The house that passed it on, as `MENAFN`. */
  syndicator: z.string().nullable(),
  /** UTF-16 offset into `contentText` at which the article itself begins. */
  bodyStart: z.int().nonnegative(),
});
export type Dateline = z.infer<typeof datelineSchema>;
