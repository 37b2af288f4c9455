import { createHmac } from 'node:crypto';
import type { Delivery } from '../../model/delivery.ts';
import type { PostRequest } from '../../model/ports.ts';
import type { SendingChannel } from '../../model/search.ts';

type WebhookChannel = Extract<SendingChannel, { kind: 'webhook' }>;

const PREFIX = 'whsec_';

/** The request by which a webhook is told of a statement, signed as Standard Webhooks 1.0 says; `now` in milliseconds. */
export function webhookRequest(channel: WebhookChannel, delivery: Delivery, now: number): PostRequest {
  const { id, searchId, searchName, example, statement, createdAt } = delivery;
  const body = JSON.stringify({
    type: example ? 'statement.example' : 'statement.found',
    timestamp: createdAt,
    data: { search: { id: searchId, name: searchName }, statement },
  });
  const timestamp = Math.floor(now / 1_000);
  const { secret, formerSecret } = channel;
  const secrets = [secret, ...(formerSecret && Date.parse(formerSecret.until) > now ? [formerSecret.secret] : [])];
  return {
    url: channel.url,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': secrets.map((one) => `v1,${sign(one, `${id}.${timestamp}.${body}`)}`).join(' '),
    },
    body,
  };
}

function sign(secret: string, content: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return createHmac('sha256', key).update(content).digest('base64');
}
