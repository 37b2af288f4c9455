import { shortHash } from '../common/hash.ts';

/** What an entry is known by, as far as it has it. */
export interface EntryIdentity {
  guid: string | null;
  canonicalUrl: string | null;
  title: string;
  text: string;
}

/** Guids that one document gives to different articles, and that therefore name none. */
function sharedGuids(entries: readonly EntryIdentity[]): Set<string> {
  const articles = new Map<string, string>();
  const shared = new Set<string>();
  for (const { guid, canonicalUrl, title } of entries) {
    if (guid === null) continue;
    const article = canonicalUrl ?? title;
    if ((articles.get(guid) ?? article) !== article) shared.add(guid);
    articles.set(guid, article);
  }
  return shared;
}

/**
 * An id for each entry, in order: of feed and guid; of feed and canonical URL where there is no guid, or where the document
 * repeats it with different links (or titles, where it has no links); of feed, title and text where there is neither.
 */
export function entryIds(feedId: string, entries: readonly EntryIdentity[]): string[] {
  const shared = sharedGuids(entries);
  return entries.map(({ guid, canonicalUrl, title, text }) => {
    if (guid !== null && !shared.has(guid)) return shortHash(feedId, guid);
    return canonicalUrl === null ? shortHash(feedId, title, text) : shortHash(feedId, canonicalUrl);
  });
}
