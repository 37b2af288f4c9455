import { cut, type FeedEntry, LONGEST_TITLE, printable, safeUrl } from '../kernel/formats/feed-entry.ts';
import type { DateRow } from './rows.ts';

/** A day ahead: the day, its sentence, and where it stood. */
export function dateEntry(row: DateRow): FeedEntry {
  return printable({
    id: `${row.itemId}#${row.start}#${row.value}`,
    title: cut(`${row.date}: ${row.context}`, LONGEST_TITLE),
    url: safeUrl(row.url),
    paragraphs: [row.context, `${row.outlet}: ${row.title}`],
    publishedAt: row.publishedAt,
    author: null,
    tags: [row.role],
  });
}
