import type { Statement } from '../../model/statement.ts';
import { hasWords } from '../kernel/word-match.ts';
import type { StatementsQuery } from './query.ts';

type Filters = Pick<StatementsQuery, 'role' | 'feed' | 'language' | 'type' | 'minConfidence' | 'q'>;

/** Whether a statement passes the filters that its own record answers; one that an operator has struck passes none. */
export function matchesStatement(statement: Statement, filters: Filters): boolean {
  return (
    !statement.correction?.notAStatement &&
    statement.confidence >= filters.minConfidence &&
    (filters.feed === undefined || statement.feedId === filters.feed) &&
    (filters.type === undefined || filters.type.includes(statement.type)) &&
    (filters.language === undefined || isLanguage(statement.language, filters.language)) &&
    (filters.role.length === 0 || hasRole(statement, filters.role)) &&
    hasWords(
      [statement.text, statement.speaker?.name, statement.speaker?.role, statement.speaker?.affiliation],
      filters.q,
    )
  );
}

/** Whether a language tag is the asked one or a regional form of it: `en-GB` is `en`. */
export function isLanguage(tag: string | null, asked: string): boolean {
  const lower = tag?.toLowerCase() ?? '';
  return lower === asked || lower.startsWith(`${asked}-`);
}

function hasRole({ speaker }: Statement, words: string[]): boolean {
  return speaker !== null && hasWords([speaker.role, speaker.affiliation], words);
}
