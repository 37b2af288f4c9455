import * as z from 'zod';

/** Something that was repaired or left out on the way, and where: never an error, never silent. */
export const warningSchema = z.object({
  /** Stable, kebab-case, as `charset-guessed`. */
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  message: z.string(),
  /** A position in the input, where one is known. */
  place: z.string().optional(),
});
export type Warning = z.infer<typeof warningSchema>;
