import type { FeedTimestamp } from '../model/feed-document.ts';
import { readTimestamp } from './timestamp/parse-timestamp.ts';

/** The first of the timestamps that can be read; the first of all, refused, where none can. */
export function readTimestamps(raws: readonly string[], language: string | null): FeedTimestamp | null {
  for (const raw of raws) {
    const read = readTimestamp(raw, language);
    if (read !== null) return { value: read.instant, offset: read.offset, raw };
  }
  const [raw] = raws;
  return raw === undefined ? null : { value: null, offset: null, raw };
}
