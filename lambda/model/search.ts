import * as z from 'zod';
import { instantSchema } from './instant.ts';

/** An address at which feed readers read the search. It needs no key: its token is the secret, and only the token's sha256 is stored. */
export const feedChannelSchema = z.object({
  id: z.string(),
  kind: z.literal('feed'),
  addedAt: instantSchema,
  tokenSha256: z.string(),
});

/** A way on which a search tells what it finds. */
export const channelSchema = z.discriminatedUnion('kind', [feedChannelSchema]);
export type Channel = z.infer<typeof channelSchema>;

/** A saved search of statements. */
export const searchSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** By name, the values as they stand in the address of `/v1/statements`. */
  filters: z.record(z.string(), z.string()),
  channels: z.array(channelSchema),
  /** While it is true, nothing is sent; a feed address stays readable. */
  paused: z.boolean(),
  /** The key's name, or `local`. */
  createdBy: z.string(),
  createdAt: instantSchema,
  changedAt: instantSchema,
  /** Rises with every change. */
  revision: z.int().positive(),
});
export type Search = z.infer<typeof searchSchema>;
