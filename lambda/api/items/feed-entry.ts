import { cut, type FeedEntry, LONGEST_TITLE, printable, safeUrl } from '../kernel/formats/feed-entry.ts';
import type { ItemRow } from './rows.ts';

const LONGEST_SUMMARY = 500;

/** An article: its title and the beginning of what its feed says of it. */
export function itemEntry(row: ItemRow): FeedEntry {
  return printable({
    id: row.id,
    title: cut(row.title, LONGEST_TITLE) || 'Untitled',
    url: safeUrl(row.url),
    paragraphs: [...(row.summary ? [cut(row.summary, LONGEST_SUMMARY)] : []), row.outlet],
    publishedAt: row.publishedAt,
    author: row.authors.join(', ') || null,
    tags: row.tags,
  });
}
