import { describeError, FeedParseError } from '../model/errors.ts';
import type { Feed } from '../model/feed.ts';
import type { FeedDocument } from '../model/feed-document.ts';
import type { Instant } from '../model/instant.ts';
import { type NormaliseResult, normaliseEntries } from '../normalise/normalise-entry.ts';
import { parseFeed } from '../parse/parse-feed.ts';
import { entryFingerprint } from './judge-item.ts';

/** A feed document with its items, one of each id, and the entries that cannot become items. */
export type ReadDocument = NormaliseResult & { document: FeedDocument };

/** What a document is read with; it can be sent to a thread. */
export interface DocumentContext {
  feed: Feed;
  url: string;
  headers: Record<string, string> | undefined;
  fetchedAt: Instant;
  /** Fingerprints of what the feed's last document held. */
  listed?: ReadonlySet<string>;
}

/** The mark that the list of last entries keeps of a guid or address that several of them shared. */
export const sharedFingerprint = (key: string): string => entryFingerprint('shared', key);

/**
 * Parses and normalises. Whatever these stages throw becomes a FeedParseError, `internal` where it is a defect of ours, so that the feed is asked again later instead of blocking its queue.
 */
export async function readDocument(bytes: Uint8Array, context: DocumentContext): Promise<ReadDocument> {
  const { feed, url, headers, fetchedAt, listed } = context;
  const wasShared = (key: string): boolean => listed?.has(sharedFingerprint(key)) ?? false;
  try {
    const document = await parseFeed(bytes, { url, headers });
    return { document, ...normaliseEntries(document, { feedId: feed.id, fetchedAt, wasShared }) };
  } catch (error) {
    if (error instanceof FeedParseError) throw error;
    const { code, message } = describeError(error);
    throw new FeedParseError(code, `the document could not be worked on: ${message}`, error);
  }
}
