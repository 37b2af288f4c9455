import * as z from 'zod';
import { instantSchema } from './instant.ts';

const common = { id: z.string(), addedAt: instantSchema };

/** An address at which feed readers read the search. It needs no key: its token is the secret, and only the token's sha256 is stored. */
export const feedChannelSchema = z.object({ ...common, kind: z.literal('feed'), tokenSha256: z.string() });

/** A server that is told of each statement, by the Standard Webhooks specification. */
export const webhookChannelSchema = z.object({
  ...common,
  kind: z.literal('webhook'),
  url: z.string(),
  /** `whsec_` and base64: what messages are signed with. */
  secret: z.string(),
  /** The one before, with which messages are signed too until then. */
  formerSecret: z.object({ secret: z.string(), until: instantSchema }).optional(),
});

/** An incoming webhook of Slack, or of whoever takes its messages; its address is the secret. */
export const slackChannelSchema = z.object({ ...common, kind: z.literal('slack'), url: z.string() });

/** A topic of ntfy; its address is the secret. */
export const ntfyChannelSchema = z.object({ ...common, kind: z.literal('ntfy'), url: z.string() });

/** A way on which a search tells what it finds. */
export const channelSchema = z.discriminatedUnion('kind', [
  feedChannelSchema,
  webhookChannelSchema,
  slackChannelSchema,
  ntfyChannelSchema,
]);
export type Channel = z.infer<typeof channelSchema>;

/** A channel to which something is sent; a feed is read instead. */
export type SendingChannel = Exclude<Channel, { kind: 'feed' }>;

/** A saved search of statements. */
export const searchSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** By name, the values as they stand in the address of `/v1/statements`. */
  filters: z.record(z.string(), z.string()),
  channels: z.array(channelSchema),
  /** While it is true, nothing is sent; a feed address stays readable. */
  paused: z.boolean(),
  /** Articles that changed before are not told: when it was saved or resumed, or its filters changed. */
  activeSince: instantSchema,
  /** The key's name, or `local`. */
  createdBy: z.string(),
  createdAt: instantSchema,
  changedAt: instantSchema,
  /** Rises with every change. */
  revision: z.int().positive(),
});
export type Search = z.infer<typeof searchSchema>;

/** How a channel is that failed last time. */
export const channelHealthSchema = z.object({
  failingSince: instantSchema,
  failures: z.int().positive(),
  /** Nothing is sent before. */
  nextTryAt: instantSchema,
  lastError: z.string(),
  /** Set where it failed for so long, or the receiver is gone: nothing is sent until the search is resumed. */
  pausedAt: instantSchema.nullable(),
});
export type ChannelHealth = z.infer<typeof channelHealthSchema>;
