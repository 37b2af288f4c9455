import * as z from 'zod';
import { feedChannelSchema, searchSchema } from '../../model/search.ts';

/** A channel without its secret. */
const channelRowSchema = z.discriminatedUnion('kind', [feedChannelSchema.omit({ tokenSha256: true })]);

/** A row of `/v1/searches`. */
export const searchRowSchema = searchSchema.extend({ channels: z.array(channelRowSchema) });
export type SearchRow = z.infer<typeof searchRowSchema>;

/** What is shown once of a channel: where feed readers read it. */
export const channelSecretSchema = z.object({
  channelId: z.string(),
  kind: z.literal('feed'),
  /** Relative to the host; RSS, and with `&format=jsonfeed` JSON Feed. */
  url: z.string(),
});
export type ChannelSecret = z.infer<typeof channelSecretSchema>;

/** A search, with the secrets that were made for this answer and are shown in no other. */
export const searchAnswerSchema = z.object({ search: searchRowSchema, secrets: z.array(channelSecretSchema) });
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
