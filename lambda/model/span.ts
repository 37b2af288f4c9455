import * as z from 'zod';

/** A stretch of an item's `contentText`: UTF-16 offsets, end exclusive. */
export const spanSchema = z
  .object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
  .refine(({ start, end }) => start <= end, 'a span ends before it starts');
export type Span = z.infer<typeof spanSchema>;

/** A span together with the words that stand there; `text` is exactly the slice. */
export const textSpanSchema = z.object({ text: z.string(), start: z.int().nonnegative(), end: z.int().nonnegative() });
