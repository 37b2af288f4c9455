import type { Article } from '../../api/items/rows.ts';
import { nameWithRole } from '../../api/speakers/role-in-words.ts';
import type { Statement } from '../../model/statement.ts';
import { partsOf } from '../kit/spoken-words.tsx';
import { dayInWords, publishedInWords } from '../kit/words.ts';

/** So much of a very long statement is cited. */
const LONGEST_CITED = 600;

/** A statement as a line that one may put into a text: who, the words, article, outlet, day, address, and when it was retrieved. */
export function citationOf(statement: Statement, article: Article): string {
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
  return `${who}: ${said}. In: ${where.join(', ')} (retrieved ${dayInWords(article.fetchedAt.slice(0, 10))}).`.replace(
    /\s+/g,
    ' ',
  );
}
