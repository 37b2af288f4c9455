import { describeError, FeedParseError } from '../model/errors.ts';
import type { Feed } from '../model/feed.ts';
import type { FeedDocument } from '../model/feed-document.ts';
import type { Instant } from '../model/instant.ts';
import { type NormaliseResult, normaliseEntries } from '../normalise/normalise-entry.ts';
import { parseFeed } from '../parse/parse-feed.ts';

/** A feed document with its items, one of each id, and the entries that cannot become items. */
export type ReadDocument = NormaliseResult & { document: FeedDocument };

/**
 * Parses and normalises. Whatever these stages throw becomes a FeedParseError, `internal` where it is a defect of ours, so that the feed is asked again later instead of blocking its queue.
 */
export async function readDocument(
  bytes: Uint8Array,
  context: {
    feed: Feed;
    url: string;
    headers: Record<string, string> | undefined;
    fetchedAt: Instant;
    wasShared?: (key: string) => boolean;
  },
): Promise<ReadDocument> {
  const { feed, url, headers, fetchedAt, wasShared } = context;
  try {
    const document = await parseFeed(bytes, { url, headers });
    return { document, ...normaliseEntries(document, { feedId: feed.id, fetchedAt, wasShared }) };
  } catch (error) {
    if (error instanceof FeedParseError) throw error;
    const { code, message } = describeError(error);
    throw new FeedParseError(code, `the document could not be worked on: ${message}`, error);
  }
}
