import type { Article } from '../../api/items/rows.ts';
import { nameWithRole } from '../../api/speakers/role-in-words.ts';
import type { Statement } from '../../model/statement.ts';
import { partsOf } from '../kit/spoken-words.tsx';
import { dayInWords, publishedInWords } from '../kit/words.ts';

/** So much of a very long statement is cited. */
const LONGEST_CITED = 600;

/** What a citation says of an article. */
type Cited = Pick<Article, 'title' | 'outlet' | 'url' | 'publishedAt' | 'publishedAtSource'> & { fetchedAt?: string };

/** A statement as a line that one may put into a text: who, the words, article, outlet, day, address, and when it was retrieved where that is known. */
export function citationOf(statement: Statement, article: Cited): string {
  const { speaker } = statement;
  const who = speaker === null ? 'Unknown speaker' : nameWithRole(speaker);
  const words = partsOf(statement).join(' … ');
  const cited = words.length > LONGEST_CITED ? `${words.slice(0, LONGEST_CITED).trimEnd()} …` : words;
  const said = statement.type === 'direct' ? `“${cited}”` : cited;
  const where = [
    article.title === '' ? null : `“${article.title}”`,
    article.outlet,
    publishedInWords(article),
    article.url,
  ].filter((part) => part !== null);
  const end = /[.!?…]”?$/.test(said) ? '' : '.';
  const retrieved = article.fetchedAt ? ` (retrieved ${dayInWords(article.fetchedAt.slice(0, 10))})` : '';
  return `${who}: ${said}${end} In: ${where.join(', ')}${retrieved}.`.replace(/\s+/g, ' ');
}
