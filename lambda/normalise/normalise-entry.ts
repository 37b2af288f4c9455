import { sha256 } from '../common/hash.ts';
import { describeError, ItemError } from '../model/errors.ts';
import { type FeedDocument, type FeedEntry, pickOptionalFields } from '../model/feed-document.ts';
import type { Instant } from '../model/instant.ts';
import type { NormalisedItem } from '../model/item.ts';
import type { Warning } from '../model/warning.ts';
import { canonicalUrl } from './canonical-url.ts';
import { type EntryIds, entryIds } from './entry-ids.ts';
import { entryTexts } from './entry-text.ts';
import { itemLanguage } from './item-language.ts';
import { boundEntry } from './limits.ts';
import { plausibleDates } from './plausible-dates.ts';

/** Which feed the document is of, and when it was fetched. */
export interface NormaliseContext {
  feedId: string;
  fetchedAt: Instant;
  /** Whether the feed's last document shared this guid or address among several entries; nothing was by default. */
  wasShared?: ((key: string) => boolean) | undefined;
}

/** An entry that cannot become an item: what it calls itself, and why. */
export interface RejectedEntry {
  entry: string;
  code: string;
  message: string;
}

/** What became of a document's entries. */
export interface NormaliseResult extends Omit<EntryIds, 'ids'> {
  items: NormalisedItem[];
  rejected: RejectedEntry[];
}

/** What an entry calls itself, for people. */
function entryName(entry: FeedEntry, position: number): string {
  return (entry.guid ?? entry.url ?? entry.title ?? `entry ${position + 1}`).slice(0, 200);
}

function readLink(url: string | null): { url: string | null; canonical: string | null; warnings: Warning[] } {
  if (url === null) return { url, canonical: null, warnings: [] };
  const canonical = canonicalUrl(url);
  if (canonical !== null) return { url, canonical, warnings: [] };
  const message = `“${url.slice(0, 100)}” is no web address`;
  return { url: null, canonical, warnings: [{ code: 'link-unusable', message }] };
}

/** The item of an entry; its id comes later, from the whole document. */
function normaliseEntry(given: FeedEntry, document: FeedDocument, context: NormaliseContext): NormalisedItem {
  const { entry, warnings } = boundEntry(given);
  const link = readLink(entry.url);
  const { warnings: dateWarnings, ...dates } = plausibleDates(entry, context.fetchedAt);
  const title = entry.title ?? '';
  const { summary, contentText } = entryTexts(entry);
  if (title === '' && contentText === '' && link.canonical === null) {
    throw new ItemError('empty-entry', 'the entry has neither a title nor a text nor a link');
  }
  const language = itemLanguage(entry.language, document.language, `${title}\n${contentText}`);
  return {
    id: '',
    feedId: context.feedId,
    guid: entry.guid,
    url: link.url,
    canonicalUrl: link.canonical,
    title,
    authors: entry.authors,
    summary,
    contentText,
    contentHtml: entry.contentHtml,
    language: language.language,
    tags: entry.tags,
    enclosures: entry.enclosures.filter(({ url }) => canonicalUrl(url) !== null),
    ...pickOptionalFields((field) => entry[field]),
    ...dates,
    fetchedAt: context.fetchedAt,
    feedHash: sha256(title, contentText),
    warnings: [...warnings, ...link.warnings, ...dateWarnings, ...language.warnings],
  };
}

/**
 * The entries of a document as items of one schema, in the document's order. A bad entry goes to `rejected` (`empty-entry`,
 * `duplicate-entry`) and never takes the others along. An entry that the document repeats word for word is left out
 * silently. The same document and context always give the same.
 */
export function normaliseEntries(document: FeedDocument, context: NormaliseContext): NormaliseResult {
  const rejected: RejectedEntry[] = [];
  const named: { name: string; item: NormalisedItem }[] = [];
  for (const [position, entry] of document.entries.entries()) {
    const name = entryName(entry, position);
    try {
      named.push({ name, item: normaliseEntry(entry, document, context) });
    } catch (error) {
      rejected.push({ entry: name, ...describeError(error) });
    }
  }
  const { feedId, wasShared = () => false } = context;
  const { ids, ...identities } = entryIds(
    { feedId, siteUrl: document.link, wasShared },
    named.map(({ item }) => ({ ...item, text: item.contentText, published: item.feedPublishedAt })),
  );
  const items = new Map<string, NormalisedItem>();
  for (const [index, { name, item }] of named.entries()) {
    const id = ids[index] ?? '';
    const known = items.get(id);
    if (known === undefined) items.set(id, { ...item, id });
    else if (known.feedHash !== item.feedHash) {
      const message =
        'the feed gives the same guid, or the same link, time and title, to an entry with another text before it';
      rejected.push({ entry: name, code: 'duplicate-entry', message });
    }
  }
  return { items: [...items.values()], rejected, ...identities };
}
