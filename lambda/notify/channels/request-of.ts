import type { Delivery } from '../../model/delivery.ts';
import type { PostRequest } from '../../model/ports.ts';
import type { SendingChannel } from '../../model/search.ts';
import { ntfyRequest } from './ntfy.ts';
import { slackRequest } from './slack.ts';
import { webhookRequest } from './webhook.ts';

/** The request that tells a channel of a statement; `now` in milliseconds. */
export function requestOf(channel: SendingChannel, delivery: Delivery, now: number): PostRequest {
  if (channel.kind === 'webhook') return webhookRequest(channel, delivery, now);
  return channel.kind === 'slack' ? slackRequest(channel, delivery) : ntfyRequest(channel, delivery);
}
