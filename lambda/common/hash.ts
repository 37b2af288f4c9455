import { createHash } from 'node:crypto';

/** sha256 of the parts in order, in hex (64 characters); parts are kept apart, so `['ab','c']` differs from `['a','bc']`. */
export function sha256(...parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest('hex');
}

/** The first 128 bits of `sha256` in base64url (22 characters): ids that stand in many keys and links. */
export function shortHash(...parts: string[]): string {
  return Buffer.from(sha256(...parts).slice(0, 32), 'hex').toString('base64url');
}
