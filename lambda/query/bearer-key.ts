import { timingSafeEqual } from 'node:crypto';
import { sha256 } from '../common/hash.ts';
import type { Clock } from '../model/ports.ts';
import type { KeyRepository } from '../store/store.ts';
import type { ApiKey } from '../store/store-shapes.ts';
import type { Access, Authorise } from './authorise.ts';

/** A revoked key may answer for this long. */
const REMEMBERED_MILLISECONDS = 60_000;
const MOST_REMEMBERED = 1_000;
/** RFC 6750, section 2.1: `b64token`; the upper bound is ours. */
const BEARER = /^bearer +([\w.~+/-]{16,512}=*)$/i;

const refused: Access = {
  granted: false,
  code: 'key-refused',
  detail: 'this key is not known, has expired or was revoked',
};

/**
 * Lets in who sends `Authorization: Bearer KEY` with a key whose `sha256(KEY)` (of lambda/common/hash.ts) is stored and
 * has not expired. Keys that opened are remembered for a minute; keys that did not are looked up each time.
 */
export function bearerKey(keys: Pick<KeyRepository, 'get'>, clock: Clock): Authorise {
  const remembered = new Map<string, { key: ApiKey; until: number }>();

  const find = async (hash: string): Promise<ApiKey | null> => {
    const known = remembered.get(hash);
    if (known && known.until > clock.now()) return known.key;
    remembered.delete(hash);
    const key = await keys.get(hash);
    if (!key || !sameHash(key.sha256, hash)) return null;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(hash, { key, until: clock.now() + REMEMBERED_MILLISECONDS });
    return key;
  };

  return async (headers) => {
    const authorization = headers.get('authorization');
    if (!authorization) {
      return { granted: false, code: 'key-missing', detail: 'send a key as "Authorization: Bearer KEY"' };
    }
    const token = BEARER.exec(authorization)?.[1];
    const key = token === undefined ? null : await find(sha256(token));
    if (!key || (key.expiresAt !== null && Date.parse(key.expiresAt) <= clock.now())) return refused;
    return { granted: true, name: key.name, scope: key.scope };
  };
}

function sameHash(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
