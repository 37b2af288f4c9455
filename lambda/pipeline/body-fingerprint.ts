import { shortHash } from '../common/hash.ts';
import { EXTRACTOR_VERSION } from '../model/extraction.ts';
import type { Feed } from '../model/feed.ts';
import type { FetchResponse } from '../model/ports.ts';
import { MINUTE, VALIDATORS_LAST } from '../schedule/limits.ts';

/** Of six bits each. */
const FINGERPRINT_LETTERS = 8;

/**
 * Fingerprint of a body: a hash of its bytes, what they are read with, and a stretch of days, so that even a body which never
 * changes is read anew as often as one that is answered with 304.
 */
export function bodyFingerprint({ body, url, headers }: FetchResponse, { fullText }: Feed, now: number): string {
  const stretch = Math.floor(now / (VALIDATORS_LAST * MINUTE));
  const readWith = [headers['content-type'], headers['content-language'], url, fullText, EXTRACTOR_VERSION, stretch];
  return shortHash(`${JSON.stringify(readWith)}`, body).slice(0, FINGERPRINT_LETTERS);
}
