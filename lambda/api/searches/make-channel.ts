import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { hashId, sha256 } from '../../common/hash.ts';
import { InputError } from '../../model/errors.ts';
import { toInstant } from '../../model/instant.ts';
import type { Clock } from '../../model/ports.ts';
import type { Channel } from '../../model/search.ts';
import type { ChannelSecret } from './rows.ts';
import type { NewChannel } from './search-bodies.ts';

const SECRET_BYTES = 32;
/** So long messages are signed with the secret before, too, so that a receiver misses none while it takes the new one. */
const BOTH_SECRETS = 24 * 3_600_000;

/** A channel as it is stored, and what is shown of it once; nothing where its address is its secret. */
export interface MadeChannel {
  channel: Channel;
  secret: ChannelSecret | null;
}

/** An id that nothing else has. */
export const newId = (): string => hashId(randomUUID());

/** Makes a channel of a search, with a new secret. */
export function makeChannel(searchId: string, request: NewChannel, clock: Clock): MadeChannel {
  const common = { id: newId(), addedAt: toInstant(clock.now()) };
  if (request.kind === 'feed') return withToken(searchId, { ...common, kind: 'feed', tokenSha256: '' });
  if (request.kind === 'webhook') return withSigningSecret({ ...common, ...request, secret: '' });
  return { channel: { ...common, ...request }, secret: null };
}

/** The channel with a new secret in the place of the one before; throws InputError where its address is its secret. */
export function withNewSecret(searchId: string, channel: Channel, clock: Clock): MadeChannel {
  if (channel.kind === 'feed') return withToken(searchId, channel);
  if (channel.kind === 'webhook') {
    const until = toInstant(clock.now() + BOTH_SECRETS);
    return withSigningSecret({ ...channel, formerSecret: { secret: channel.secret, until } });
  }
  throw new InputError(
    'no-secret',
    `the secret of a channel to ${channel.kind} is its address: remove it and add another`,
  );
}

function withToken(searchId: string, channel: Extract<Channel, { kind: 'feed' }>): MadeChannel {
  const token = randomBytes(SECRET_BYTES).toString('base64url');
  const url = `/v1/searches/${searchId}/feed?token=${token}`;
  return {
    channel: { ...channel, tokenSha256: sha256(token) },
    secret: { channelId: channel.id, kind: 'feed', url },
  };
}

function withSigningSecret(channel: Extract<Channel, { kind: 'webhook' }>): MadeChannel {
  const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
  return { channel: { ...channel, secret }, secret: { channelId: channel.id, kind: 'webhook', secret } };
}

/** Whether this is the token whose sha256 is stored; it takes as long for any token that is not. */
export function isToken(token: string, tokenSha256: string): boolean {
  const [one, other] = [Buffer.from(sha256(token)), Buffer.from(tokenSha256)];
  return one.length === other.length && timingSafeEqual(one, other);
}
