import { NotFoundError } from '../../model/errors.ts';
import type { Article } from '../responses.ts';
import type { Reading } from './reading.ts';

/** A whole article with its statements, in text order, and its dates; throws NotFoundError. */
export async function getArticle(id: string, { store, outlets }: Reading): Promise<Article> {
  const item = await store.items.get(id);
  if (!item) throw new NotFoundError('unknown-item', `no item has the id ${id}, or it has expired`);
  const [statements, dates, titles] = await Promise.all([
    store.statements.ofItem(id),
    store.items.dates(id),
    outlets.titles([item.feedId]),
  ]);
  return {
    ...item,
    outlet: titles.get(item.feedId) ?? item.feedId,
    statements: statements.filter(({ revision }) => revision === item.revision),
    dates,
  };
}
