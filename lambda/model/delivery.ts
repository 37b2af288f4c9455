import * as z from 'zod';
import { instantSchema } from './instant.ts';

/** `due`: it is to be sent, again where it failed; `failed`: it was given up. */
export const deliveryStateSchema = z.enum(['due', 'sent', 'failed']);

/** One statement on its way to one channel of a search. */
export const deliverySchema = z.object({
  /** Of search and statement: the same whatever is repeated, so that a receiver knows it again. */
  id: z.string(),
  searchId: z.string(),
  searchName: z.string(),
  channelId: z.string(),
  itemId: z.string(),
  edition: z.string(),
  statementId: z.string(),
  /** The row of `/v1/statements`. */
  statement: z.record(z.string(), z.unknown()),
  /** True for what `test` sends. */
  example: z.boolean(),
  state: deliveryStateSchema,
  createdAt: instantSchema,
  /** While it is `due`. */
  nextTryAt: instantSchema.nullable(),
  attempts: z.int().nonnegative(),
  lastError: z.string().nullable(),
  sentAt: instantSchema.nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;
