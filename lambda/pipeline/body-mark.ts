import { shortHash } from '../common/hash.ts';
import { EXTRACTOR_VERSION } from '../model/extraction.ts';
import type { Feed } from '../model/feed.ts';
import type { FetchResponse } from '../model/ports.ts';
import { MINUTE, VALIDATORS_LAST } from '../schedule/limits.ts';

/** Of six bits each. */
const MARK_LETTERS = 8;

/**
 * What tells a body from another that would be read otherwise: its bytes, what they are read with, and a stretch of days, so that even a body which never
 * changes is read anew as often as one that is answered with 304.
 */
export function bodyMark({ body, url, headers }: FetchResponse, { fullText }: Feed, now: number): string {
  const stretch = Math.floor(now / (VALIDATORS_LAST * MINUTE));
  const readWith = [headers['content-type'], headers['content-language'], url, fullText, EXTRACTOR_VERSION, stretch];
  return shortHash(`${JSON.stringify(readWith)}`, body).slice(0, MARK_LETTERS);
}
