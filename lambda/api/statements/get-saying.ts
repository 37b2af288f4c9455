import { joinArticles } from '../items/join-articles.ts';
import type { Reading } from '../kernel/query-context.ts';
import type { StatementRow } from './rows.ts';

/** Everywhere that a saying was printed, copies of articles among it, in the order of publication. */
export async function getSaying(sayingId: string, reading: Reading): Promise<StatementRow[]> {
  const statements = await reading.store.statements.ofSaying(sayingId);
  const rows = await joinArticles(statements, [], () => true, reading);
  return rows.filter((row) => row !== null);
}
