import type { FeedEntry } from '../model/feed-document.ts';
import type { Warning } from '../model/warning.ts';

const LONGEST = { guid: 1000, title: 500, name: 200, link: 2000 } as const;
const MOST = { authors: 20, tags: 40, enclosures: 20 } as const;

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  // A pair of surrogates is never parted.
  const end = /[\uD800-\uDBFF]/.test(text[length - 1] ?? '') ? length - 1 : length;
  return text.slice(0, end);
}

/** The entry with its names, lists and links bounded, since they stand in small records; its texts are never cut. */
export function boundEntry(entry: FeedEntry): { entry: FeedEntry; warnings: Warning[] } {
  const bounded: FeedEntry = {
    ...entry,
    title: entry.title && cut(entry.title, LONGEST.title),
    authors: entry.authors.slice(0, MOST.authors).map((author) => cut(author, LONGEST.name)),
    tags: entry.tags.slice(0, MOST.tags).map((tag) => cut(tag, LONGEST.name)),
    enclosures: entry.enclosures.filter(({ url }) => url.length <= LONGEST.link).slice(0, MOST.enclosures),
    guid: entry.guid && cut(entry.guid, LONGEST.guid),
    url: entry.url !== null && entry.url.length > LONGEST.link ? null : entry.url,
  };
  const fields = ['title', 'authors', 'tags', 'enclosures', 'guid', 'url'] as const;
  const changed = fields.filter((field) => JSON.stringify(entry[field]) !== JSON.stringify(bounded[field]));
  const warnings = changed.map((field) => ({
    code: 'too-long',
    message: whatIsCut(field, entry[field], bounded[field]),
    place: field,
  }));
  return { entry: bounded, warnings };
}

/** How much the feed gave, and how much of it is kept. */
function whatIsCut(field: string, given: unknown, kept: unknown): string {
  if (typeof given === 'string') {
    const rest = typeof kept === 'string' ? `is cut to the first ${kept.length}` : 'is left out';
    return `${field} has ${given.length} characters, and ${rest}`;
  }
  const [all, some] = [given, kept] as [unknown[], unknown[]];
  if (all.length === some.length) return `${field} has entries of more than ${LONGEST.name} characters, which are cut`;
  return `${field} has ${all.length} entries, of which ${some.length} are kept`;
}
