import { randomBytes } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { openToAll } from '../lambda/api/kernel/guard/authorise.ts';
import { keyGuard } from '../lambda/api/kernel/guard/key-guard.ts';
import { sha256 } from '../lambda/common/hash.ts';
import { toInstant } from '../lambda/model/instant.ts';
import type { Clock, Log } from '../lambda/model/ports.ts';
import type { Store } from '../lambda/store/store.ts';
import type { QueryDependencies } from '../lambda/web/create-app.ts';

/** Where a machine is served. */
export interface Place {
  host: string;
  publicUrl: URL | null;
}

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/;
const ANY_ADDRESS = new Set(['0.0.0.0', '::']);
/** A connection of this machine itself or of a private network, as containers have, also as IPv6 writes IPv4. */
const FROM_PROXY = /^(?:::ffff:)?(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/;

/** Only what comes from this machine itself, by no proxy, needs no key. */
const isOpen = ({ host, publicUrl }: Place): boolean => LOOPBACK.test(host) && publicUrl === null;

/** Who is let in: everybody of this machine, or who has a key; and for which names the server answers. */
export function accessFor(
  place: Place,
  deps: { store: Store; clock: Clock; log: Log },
): Pick<QueryDependencies, 'authorise' | 'sessions' | 'addressOf' | 'hostNames' | 'publicUrl'> {
  if (isOpen(place)) return { authorise: openToAll, hostNames: place.host === 'localhost' ? [] : [place.host] };
  const { host, publicUrl } = place;
  const behindProxy = publicUrl !== null;
  return {
    ...keyGuard(deps),
    addressOf: (c) => callerOf(c, behindProxy),
    ...(publicUrl ? { publicUrl } : {}),
    // Without a public address, who listens on all addresses has names that only others know; a key is asked for under each.
    ...(publicUrl || !ANY_ADDRESS.has(host) ? { hostNames: [host, ...(publicUrl ? [publicUrl.hostname] : [])] } : {}),
  };
}

/** Where a request comes from. What a proxy near by says of it is believed, and nobody else's word: the last address is the proxy's own finding. */
function callerOf(c: Context, behindProxy: boolean): string | null {
  const address = (c.env as HttpBindings | undefined)?.incoming?.socket.remoteAddress ?? null;
  if (!behindProxy || address === null || !FROM_PROXY.test(address)) return address;
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || address;
}

/** Makes an admin key at the first start that asks for keys, and answers it: only its hash is stored. `null` where there is a key already. */
export async function firstKey(place: Place, store: Store, clock: Clock): Promise<string | null> {
  if (isOpen(place) || (await store.keys.list()).length > 0) return null;
  const token = `dl_${randomBytes(32).toString('base64url')}`;
  const createdAt = toInstant(clock.now());
  await store.keys.put({ sha256: sha256(token), name: 'first', scope: 'admin', createdAt, expiresAt: null });
  return token;
}
