import { NotFoundError } from '../../model/errors.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import type { Article } from './rows.ts';

/** An article that gets one edition after the other is shown as it was found after so many tries. */
const READS = 5;

/** A whole article with its statements, in text order, and its dates, all of one edition; throws NotFoundError. */
export async function getArticle(id: string, { store, outlets }: QueryContext): Promise<Article> {
  let before: string | null = null;
  for (let round = 1; ; round++) {
    const whole = await store.items.whole(id);
    if (!whole) throw new NotFoundError('unknown-item', `no item has the id ${id}, or it has expired`);
    const { item, dates } = whole;
    const [[statements = []], titles] = await Promise.all([
      store.statements.ofEditions([{ itemId: id, edition: item.edition }]),
      outlets.titles([item.feedId]),
    ]);
    // Where the next edition came in between, the statements of this one are gone.
    const isWhole = statements.length === item.statementCount || item.edition === before;
    if (isWhole || round === READS) {
      return { ...item, outlet: titles.get(item.feedId) ?? item.feedId, statements, dates };
    }
    before = item.edition;
  }
}
