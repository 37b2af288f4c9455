import { hashId } from '../common/hash.ts';
import { canonicalUrl as canonical } from './canonical-url.ts';
import { identityUrl } from './identity-url.ts';

/** What an entry is known by, as far as it has it. */
export interface EntryIdentity {
  guid: string | null;
  canonicalUrl: string | null;
  title: string;
  text: string;
  /** The moment of publication that the feed tells. */
  published: string | null;
  source?: string | undefined;
  sourceUrl?: string | undefined;
}

/** What is known of a feed beyond the document at hand. */
export interface FeedIdentity {
  feedId: string;
  /** The feed's own site. */
  siteUrl: string | null;
  /** Whether the feed's last document shared this guid or address among several entries. */
  wasShared(key: string): boolean;
}

/** The ids of a document's entries, in order. */
export interface EntryIds {
  ids: string[];
  /** By id: the one that the entry had when nothing else shared its guid or address, where that may have been. */
  formerIds: Map<string, string>;
  /** Guids and addresses that several entries share, to be remembered for the next document. */
  shared: string[];
}

interface Entry extends EntryIdentity {
  /** What of the address counts. */
  url: string | null;
  /** The guid, where it is one. */
  name: string | null;
}

const ADDRESS = /^[a-z][a-z0-9+.-]*:/i;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/i;
const MOST_OF_GUID = 300;
const WORDS_OF_HEADLINE = 3;

/** Whether a guid is made of a headline, and changes with it: three words or more, with spaces or hyphens between. */
function isHeadline(guid: string): boolean {
  if (ADDRESS.test(guid) || UUID.test(guid)) return false;
  const parts = guid.slice(0, MOST_OF_GUID).split(/[\s_–-]+/);
  return parts.filter((part) => /^\P{L}*\p{L}{2,}\P{N}*$/u.test(part)).length >= WORDS_OF_HEADLINE;
}

const hostOf = (url: string): string => url.split(/[/?#]/, 1)[0] ?? '';
const identityOf = (link: string | null | undefined): string | null => {
  const url = link ? canonical(link) : null;
  return url === null ? null : identityUrl(url);
};

/** An entry of an aggregator: the feed names the outlet, and the link leads to somewhere else than there. */
function isGathered({ source, sourceUrl, url, title }: Entry): boolean {
  if (source === undefined || title === '') return false;
  const outlet = identityOf(sourceUrl);
  return outlet !== null && url !== null && hostOf(outlet) !== hostOf(url);
}

/** The guids or addresses that one document gives to different entries. */
function sharedKeys(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string | null,
  otherOf: (entry: Entry) => string,
) {
  const seen = new Map<string, string>();
  const shared = new Set<string>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === null) continue;
    const other = otherOf(entry);
    if ((seen.get(key) ?? other) !== other) shared.add(key);
    seen.set(key, other);
  }
  return shared;
}

/**
 * An id for each entry, by the first rule that applies; the reasons stand in docs/data-format.md, “What makes an item one item”.
 * 1. Of an aggregator's entry: the outlet, the title and the time, for its guids and links are new with each request.
 * 2. A guid that is one: not shared by different entries, and no headline.
 * 3. The address, where no other entry has it, and the feed's own site is not meant.
 * 4. The address with time and title, where entries share it.
 * 5. Title and text.
 */
export function entryIds({ feedId, siteUrl, wasShared }: FeedIdentity, given: readonly EntryIdentity[]): EntryIds {
  const entries = given.map((entry): Entry => {
    const url = entry.canonicalUrl === null ? null : identityUrl(entry.canonicalUrl);
    const isUnfit = entry.guid === null || (url !== null && isHeadline(entry.guid));
    return { ...entry, url, name: isUnfit ? null : (identityOf(entry.guid) ?? entry.guid) };
  });
  const ownNames = entries.filter((entry) => !isGathered(entry));
  const guids = sharedKeys(
    ownNames,
    ({ name }) => name,
    ({ url, title }) => url ?? title,
  );
  const isSharedGuid = (name: string): boolean => guids.has(name) || wasShared(`guid ${name}`);
  const isNamed = ({ name }: Entry): boolean => name !== null && !isSharedGuid(name);
  const unnamed = ownNames.filter((entry) => !isNamed(entry));
  const urls = sharedKeys(
    unnamed,
    ({ url }) => url,
    ({ published, title, text }) => published ?? `${title}\n${text}`,
  );
  const site = identityOf(siteUrl);
  const isSharedUrl = (url: string): boolean => url === site || urls.has(url) || wasShared(`url ${url}`);

  const formerIds = new Map<string, string>();
  const ids = entries.map((entry) => {
    const { name, url, title, text, published, source = '' } = entry;
    if (isGathered(entry)) return hashId(feedId, 'gathered', source, title, published ?? '');
    if (name !== null && !isSharedGuid(name)) return hashId(feedId, name);
    if (url === null) return hashId(feedId, title, text);
    const byUrl = hashId(feedId, url);
    const id = isSharedUrl(url) ? hashId(feedId, url, published ?? text, title) : byUrl;
    const former = name === null ? byUrl : hashId(feedId, name);
    if (former !== id) formerIds.set(id, former);
    return id;
  });
  const present = new Set(entries.flatMap(({ name, url }) => [`guid ${name}`, `url ${url}`]));
  const now = [...[...guids].map((name) => `guid ${name}`), ...[...urls].map((url) => `url ${url}`)];
  const still = [...present].filter((key) => wasShared(key));
  return { ids, formerIds, shared: [...new Set([...now, ...still])] };
}
