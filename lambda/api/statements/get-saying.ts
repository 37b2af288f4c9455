import { joinArticles } from '../items/join-articles.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import type { StatementRow } from './rows.ts';

/** Everywhere that a saying was printed, copies of articles among it, in the order of publication. */
export async function getSaying(sayingId: string, context: QueryContext): Promise<StatementRow[]> {
  const statements = await context.store.statements.ofSaying(sayingId);
  const rows = await joinArticles(statements, [], () => true, context);
  return rows.filter((row) => row !== null);
}
