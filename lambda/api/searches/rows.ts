import * as z from 'zod';
import { deliverySchema } from '../../model/delivery.ts';
import { instantSchema } from '../../model/instant.ts';
import { type Channel, channelHealthSchema, channelSchema, type Search, searchSchema } from '../../model/search.ts';
import type { NotifyProgress } from '../../store/searches/notify-progress.ts';
import { statementRowSchema } from '../statements/rows.ts';

/** A channel without its secret. */
const channelRowSchema = z.object({
  id: z.string(),
  kind: z.enum(channelSchema.options.map(({ shape }) => shape.kind.value)),
  addedAt: instantSchema,
  /** Where it leads; without a path where that is a secret. */
  to: z.string().nullable(),
  /** `null` where all is well. */
  health: channelHealthSchema.nullable(),
});

/** A row of `/v1/searches`. */
export const searchRowSchema = searchSchema.extend({ channels: z.array(channelRowSchema) });
export type SearchRow = z.infer<typeof searchRowSchema>;

/** What is shown once of a channel. */
export const channelSecretSchema = z.object({
  channelId: z.string(),
  kind: z.enum(['feed', 'webhook']),
  /** Of a feed: where readers read it, relative to the host; RSS, and with `&format=jsonfeed` JSON Feed. */
  url: z.string().optional(),
  /** Of a webhook: `whsec_…`, with which its messages are signed. */
  secret: z.string().optional(),
});
export type ChannelSecret = z.infer<typeof channelSecretSchema>;

/** A search, with the secrets that were made for this answer and are shown in no other. */
export const searchAnswerSchema = z.object({ search: searchRowSchema, secrets: z.array(channelSecretSchema) });
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

/** A row of `/v1/searches/:id/deliveries`. */
export const deliveryRowSchema = deliverySchema.extend({ statement: statementRowSchema.loose() });
export type DeliveryRow = z.infer<typeof deliveryRowSchema>;

/** The search without secrets, with how its channels are. */
export function searchRow(search: Search, failing: NotifyProgress['failing']): SearchRow {
  return {
    ...search,
    channels: search.channels.map((channel) => ({
      ...{ id: channel.id, kind: channel.kind, addedAt: channel.addedAt },
      ...{ to: shownAddress(channel), health: failing[channel.id] ?? null },
    })),
  };
}

/** Addresses of Slack and ntfy are secrets from the host on; in that of a webhook the query may hold one. */
function shownAddress(channel: Channel): string | null {
  if (channel.kind === 'feed') return null;
  const { origin, pathname } = new URL(channel.url);
  return channel.kind === 'webhook' ? `${origin}${pathname}` : origin;
}
