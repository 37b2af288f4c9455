import { timingSafeEqual } from 'node:crypto';
import { sha256 } from '../../../common/hash.ts';
import type { Clock } from '../../../model/ports.ts';
import type { KeyRepository } from '../../../store/store.ts';
import type { ApiKey } from '../../../store/store-shapes.ts';

/** A revoked key may answer for this long. */
const REMEMBERED_MILLISECONDS = 60_000;
const MOST_REMEMBERED = 1_000;
/** As RFC 6750 writes a token, `b64token`; the bounds of its length are ours. */
const TOKEN = /^[\w.~+/-]{16,512}=*$/;

/** Keys that are in force. */
export interface RememberedKeys {
  /** Whether the key opened less than a minute ago, so that nothing has to be read for it. */
  knows(token: string): boolean;
  /** By the key itself; `null` where it is not known, has expired or was revoked. */
  ofToken(token: string): Promise<ApiKey | null>;
  /** By its hash. */
  ofHash(hash: string): Promise<ApiKey | null>;
}

/** Looks keys up in the store, and remembers those that it found for a minute; those that it did not are looked up each time. */
export function rememberKeys(keys: Pick<KeyRepository, 'get'>, clock: Clock): RememberedKeys {
  const remembered = new Map<string, { key: ApiKey; until: number }>();
  const recall = (hash: string): ApiKey | null => {
    const known = remembered.get(hash);
    return known && known.until > clock.now() ? known.key : null;
  };
  const find = async (hash: string): Promise<ApiKey | null> => {
    const known = recall(hash);
    if (known) return known;
    remembered.delete(hash);
    const key = await keys.get(hash);
    if (!key || !isSame(key.sha256, hash)) return null;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(hash, { key, until: clock.now() + REMEMBERED_MILLISECONDS });
    return key;
  };
  const ofHash = async (hash: string): Promise<ApiKey | null> => {
    const key = await find(hash);
    const hasExpired = key !== null && key.expiresAt !== null && Date.parse(key.expiresAt) <= clock.now();
    return hasExpired ? null : key;
  };
  return {
    ofHash,
    knows: (token) => recall(sha256(token)) !== null,
    ofToken: async (token) => (TOKEN.test(token) ? ofHash(sha256(token)) : null),
  };
}

/** In a time that does not tell where they differ. */
function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
