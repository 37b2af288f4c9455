import { cleanCharacters } from '../../common/html/clean-characters.ts';
import type { Instant } from '../../model/instant.ts';
import type { DateRow, ItemRow, StatementRow } from '../responses.ts';
import { nameWithRole } from '../role-in-words.ts';

/** A row as an entry of a feed; all of it is text, no markup, and of characters that XML has a place for. */
export interface FeedEntry {
  id: string;
  title: string;
  /** The article's, where it is one of http or https. */
  url: string | null;
  paragraphs: string[];
  /** `null` where nothing tells. */
  publishedAt: Instant | null;
  author: string | null;
  tags: string[];
}

const LONGEST_TITLE = 160;
const LONGEST_SUMMARY = 500;

/** A statement: its words, the sentence around it, and where it stood. */
export function statementEntry(row: StatementRow): FeedEntry {
  const { speaker, text, type, context } = row;
  const said = type === 'direct' ? `“${text}”` : text;
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

function printable({ title, paragraphs, author, tags, ...entry }: FeedEntry): FeedEntry {
  return {
    ...entry,
    title: cleanCharacters(title),
    paragraphs: paragraphs.map(cleanCharacters),
    author: author === null ? null : cleanCharacters(author),
    tags: tags.map(cleanCharacters),
  };
}

function cut(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const space = line.lastIndexOf(' ', longest - 1);
  return `${line.slice(0, space > longest / 2 ? space : longest - 1)}…`;
}

function safeUrl(url: string | null): string | null {
  const parsed = url !== null && URL.canParse(url) ? new URL(url) : null;
  return parsed && (parsed.protocol === 'http:' || parsed.protocol === 'https:') ? parsed.href : null;
}
