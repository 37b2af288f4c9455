import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { hashId, sha256 } from '../../common/hash.ts';
import { toInstant } from '../../model/instant.ts';
import type { Clock } from '../../model/ports.ts';
import type { Channel } from '../../model/search.ts';
import type { ChannelSecret } from './rows.ts';
import type { NewChannel } from './search-bodies.ts';

const SECRET_BYTES = 32;

/** A channel as it is stored, and what is shown of it once. */
export interface MadeChannel {
  channel: Channel;
  secret: ChannelSecret;
}

/** An id that nothing else has. */
export const newId = (): string => hashId(randomUUID());

/** Makes a channel of a search, with a new secret. */
export function makeChannel(searchId: string, { kind }: NewChannel, clock: Clock): MadeChannel {
  return withSecret(searchId, { kind, id: newId(), addedAt: toInstant(clock.now()), tokenSha256: '' });
}

/** The channel with a new secret in the place of the one before. */
export function withSecret(searchId: string, channel: Channel): MadeChannel {
  const token = randomBytes(SECRET_BYTES).toString('base64url');
  const url = `/v1/searches/${searchId}/feed?token=${token}`;
  return {
    channel: { ...channel, tokenSha256: sha256(token) },
    secret: { channelId: channel.id, kind: channel.kind, url },
  };
}

/** Whether this is the token whose sha256 is stored; it takes as long for any token that is not. */
export function isToken(token: string, tokenSha256: string): boolean {
  const [one, other] = [Buffer.from(sha256(token)), Buffer.from(tokenSha256)];
  return one.length === other.length && timingSafeEqual(one, other);
}
