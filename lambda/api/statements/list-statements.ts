import type { Speaker } from '../../model/speaker.ts';
import { joinArticles } from '../items/join-articles.ts';
import { type SearchedPage, searchedThrough } from '../kernel/lists/searched-page.ts';
import { walk } from '../kernel/lists/walk.ts';
import { checkRange } from '../kernel/parameters/read-query.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { matchesArticle, matchesStatement } from './match-filters.ts';
import type { StatementsQuery } from './query.ts';
import type { StatementRow } from './rows.ts';
import { statementSource } from './statement-source.ts';

/** A page of statements, and whom `speaker` was taken to mean. */
export interface StatementsPage extends SearchedPage<StatementRow> {
  speakers?: Pick<Speaker, 'id' | 'name'>[];
}

/**
 * Statements, newest first; filters that the index in use doesn't answer look at each record of the range read there. `after` is the
 * position of the page before.
 */
export async function listStatements(
  query: StatementsQuery,
  after: string | undefined,
  context: QueryContext,
): Promise<StatementsPage> {
  checkRange(query.from, query.to);
  const { source, found, speakers } = await statementSource(query, after, context);
  const page = await walk({
    source,
    stoppedAt: found?.stoppedAt,
    limit: query.limit,
    keep: (statement) => matchesStatement(statement, query),
    join: (records, entries) => joinArticles(records, entries, (article) => matchesArticle(article, query), context),
  });
  return { ...page, ...(speakers && { speakers }), ...searchedThrough(found) };
}
