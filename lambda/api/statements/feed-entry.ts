import { readableStatement } from '../../common/readable-statement.ts';
import { cut, type FeedEntry, LONGEST_TITLE, printable, safeUrl } from '../kernel/formats/feed-entry.ts';
import { nameWithRole } from '../speakers/role-in-words.ts';
import type { StatementRow } from './rows.ts';

/** A statement: its words, the sentence around it, and where it stood. */
export function statementEntry(row: StatementRow): FeedEntry {
  const { speaker, text, type, context } = row;
  const said = type === 'direct' ? `“${text}”` : readableStatement(row);
  const who = speaker === null ? 'Unknown speaker' : speaker.name;
  return printable({
    id: row.id,
    title: cut(`${who}: ${said}`, LONGEST_TITLE),
    url: safeUrl(row.url),
    paragraphs: [said, ...(context ? [context] : []), `${row.outlet}: ${row.title}`],
    publishedAt: row.publishedAt,
    author: speaker === null ? null : nameWithRole(speaker),
    tags: [type, ...(row.language ? [row.language] : [])],
  });
}
