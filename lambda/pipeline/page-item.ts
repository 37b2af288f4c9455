import type { ArticlePage } from '../fulltext/page-result.ts';
import { pickOptionalFields } from '../model/feed-document.ts';
import type { Instant } from '../model/instant.ts';
import type { Item, NormalisedItem } from '../model/item.ts';
import type { Warning } from '../model/warning.ts';

/** A stored item as it came from its feed: what the stages after normalise work on. */
export function feedsOwn(item: Item): NormalisedItem {
  const { id, feedId, guid, url, canonicalUrl, title, authors, summary, contentText, contentHtml, language } = item;
  const { tags, enclosures, publishedAtOffset, publishedAtRaw, updatedAt, fetchedAt, feedHash, warnings } = item;
  return {
    ...{ id, feedId, guid, url, canonicalUrl, title, authors, summary, contentText, contentHtml, language, tags },
    ...{ enclosures, publishedAtOffset, publishedAtRaw, updatedAt, fetchedAt, feedHash, warnings },
    ...pickOptionalFields((field) => item[field]),
    feedPublishedAt: item.publishedAtSource === 'feed' ? item.publishedAt : null,
  };
}

/** The item with its page's text; what the feed says of author and language goes before what the page says. */
export function withPage(item: Item, page: ArticlePage, fetchedAt: Instant): NormalisedItem {
  const own = feedsOwn(item);
  return {
    ...own,
    contentText: page.text,
    contentHtml: page.html,
    authors: own.authors.length > 0 || page.byline === null ? own.authors : [page.byline],
    language: own.language ?? page.language,
    fetchedAt,
  };
}

/** The item with the feed's own text, which is all that there will be, and the reason. */
export function withoutPage(item: Item, { code, message }: { code: string; message: string }): NormalisedItem {
  const own = feedsOwn(item);
  const warning: Warning = { code: `page-${code}`, message: `the page could not be used: ${message}`.slice(0, 500) };
  // First, for lists show the first ones only.
  return { ...own, warnings: [warning, ...own.warnings] };
}
