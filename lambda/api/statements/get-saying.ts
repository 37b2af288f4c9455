import { joinArticles } from '../items/join-articles.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import type { StatementRow } from './rows.ts';

/** Where a saying was printed, copies of articles among it, in the order of publication: the first `most`. */
export async function getSaying(sayingId: string, context: QueryContext, most: number): Promise<StatementRow[]> {
  const statements = await context.store.statements.ofSaying(sayingId, most);
  const rows = await joinArticles(statements, [], () => true, context);
  return rows.filter((row) => row !== null);
}
