import * as z from 'zod';
import { instantSchema } from './instant.ts';

/** What can be taken down. */
export const removalKindSchema = z.enum(['item', 'speaker']);
export type RemovalKind = z.infer<typeof removalKindSchema>;

/**
 * That an operator has taken an article down, or erased a speaker, and why: nothing that is polled later brings it back. `removed` can be restored
 * until its content expires, `purged` can't; `restored` stays as a line of the audit.
 */
export const removalSchema = z.object({
  kind: removalKindSchema,
  id: z.string(),
  /** Title or name; `null` once it is purged. */
  label: z.string().nullable(),
  reason: z.string(),
  /** The key's name, or `local`. */
  by: z.string(),
  at: instantSchema,
  state: z.enum(['removed', 'restored', 'purged']),
  stateAt: instantSchema,
});
export type Removal = z.infer<typeof removalSchema>;
