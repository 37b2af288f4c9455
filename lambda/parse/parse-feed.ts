import { FeedParseError } from '../model/errors.ts';
import type { FeedDocument } from '../model/feed-document.ts';
import { canonicalise } from './canonical/canonicalise.ts';
import { decodeFeed } from './charset.ts';
import { parseJsonFeed } from './json-feed.ts';
import { mapRss } from './map-rss.ts';
import { Warnings } from './warnings.ts';

/** Where the bytes come from; header names in any case. */
export interface FeedContext {
  url?: string | undefined;
  headers?: Record<string, string> | undefined;
}

const WEB = /^https?:$/;

/** What relative links are relative to: Content-Location where it is a web address, else the feed's own. */
function baseOf(url: string | undefined, location: string | undefined): string | null {
  const own = url !== undefined && URL.canParse(url) ? url : undefined;
  if (location !== undefined && URL.canParse(location, own)) {
    const resolved = new URL(location, own);
    if (WEB.test(resolved.protocol)) return resolved.href;
  }
  return own ?? null;
}

/**
 * Reads a feed of any format and charset: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1. What could be
 * repaired is told in `warnings`; throws FeedParseError `empty`, `not-a-feed`, `malformed` and `too-deep`.
 */
export async function parseFeed(bytes: Uint8Array, context: FeedContext = {}): Promise<FeedDocument> {
  const headers = new Map(Object.entries(context.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  const warnings = new Warnings();
  const text = decodeFeed(bytes, headers.get('content-type'), warnings);
  const opening = text.trimStart()[0];
  if (opening === undefined) throw new FeedParseError('empty', 'the feed has no content');
  const base = baseOf(context.url, headers.get('content-location'));
  const document =
    opening === '{' ? parseJsonFeed(text, base, warnings) : await mapRss(canonicalise(text, base, warnings), warnings);
  if (document.language !== null) return document;
  return { ...document, language: headers.get('content-language')?.split(',')[0]?.trim() || null };
}
