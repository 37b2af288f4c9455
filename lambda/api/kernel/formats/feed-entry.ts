import { cleanCharacters } from '../../../common/html/clean-characters.ts';
import type { Instant } from '../../../model/instant.ts';

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

/** In characters. */
export const LONGEST_TITLE = 160;

/** The entry in characters that XML has a place for. */
export function printable({ title, paragraphs, author, tags, ...entry }: FeedEntry): FeedEntry {
  return {
    ...entry,
    title: cleanCharacters(title),
    paragraphs: paragraphs.map(cleanCharacters),
    author: author === null ? null : cleanCharacters(author),
    tags: tags.map(cleanCharacters),
  };
}

/** The text in one line of at most so many characters, cut between words. */
export function cut(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const space = line.lastIndexOf(' ', longest - 1);
  return `${line.slice(0, space > longest / 2 ? space : longest - 1)}…`;
}

/** An address of http or https; `null` for any other. */
export function safeUrl(url: string | null): string | null {
  const parsed = url !== null && URL.canParse(url) ? new URL(url) : null;
  return parsed && (parsed.protocol === 'http:' || parsed.protocol === 'https:') ? parsed.href : null;
}
