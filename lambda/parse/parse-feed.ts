import { FeedParseError } from '../model/errors.ts';
import type { FeedDocument } from '../model/feed-document.ts';
import { type CanonicalFeed, canonicalise } from './canonical/canonicalise.ts';
import { decodeFeed } from './decode-feed.ts';
import { feedsOfPage, isWebPage } from './discover/discover-feeds.ts';
import { baseOf, type FeedContext, headerOf } from './feed-context.ts';
import { parseJsonFeed } from './json/json-feed.ts';
import { mapRss } from './map-rss.ts';
import { repairTexts } from './repair-texts.ts';
import { Warnings } from './warnings.ts';

/** Canonicalises, and says so where the text is a page rather than a feed. */
function canonicaliseOrExplain(text: string, base: string | null, warnings: Warnings): CanonicalFeed {
  try {
    return canonicalise(text, base, warnings);
  } catch (error) {
    if (!isWebPage(text)) throw error;
    const { length } = feedsOfPage(text, base);
    const names = length === 0 ? 'names no feed' : `names ${length} feed${length === 1 ? '' : 's'}`;
    throw new FeedParseError('not-a-feed', `a web page, not a feed; it ${names}`, error);
  }
}

/**
 * Reads a feed of any format and charset: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1. What could be
 * repaired is told in `warnings`; throws FeedParseError `empty`, `not-a-feed`, `malformed` and `too-deep`. For a web page
 * the error says how many feeds it names; `discoverFeeds` tells which.
 */
export async function parseFeed(bytes: Uint8Array, context: FeedContext = {}): Promise<FeedDocument> {
  const warnings = new Warnings();
  const text = decodeFeed(bytes, headerOf(context, 'content-type'), warnings);
  const opening = text.trimStart()[0];
  if (opening === undefined) throw new FeedParseError('empty', 'the feed has no content');
  const base = baseOf(context);
  const document =
    opening === '{'
      ? parseJsonFeed(text, base, warnings)
      : await mapRss(canonicaliseOrExplain(text, base, warnings), warnings);
  const repaired = repairTexts(document, warnings);
  if (repaired.language !== null) return repaired;
  return { ...repaired, language: headerOf(context, 'content-language')?.split(',')[0]?.trim() || null };
}
