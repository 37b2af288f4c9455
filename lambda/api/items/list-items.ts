import type { ItemSummary } from '../../model/item.ts';
import { type SearchedPage, searchedThrough } from '../kernel/lists/searched-page.ts';
import { walk } from '../kernel/lists/walk.ts';
import { checkRange } from '../kernel/parameters/read-query.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { hasWords } from '../kernel/word-match.ts';
import { isLanguage } from '../statements/is-language.ts';
import { itemSource } from './item-source.ts';
import type { ItemFilters, ItemsQuery } from './query.ts';
import type { ItemRow } from './rows.ts';

/** Items, newest first; filters that the index in use doesn't answer look at each record read there. */
export async function listItems(
  query: ItemsQuery,
  after: string | undefined,
  context: QueryContext,
): Promise<SearchedPage<ItemRow>> {
  checkRange(query.from, query.to);
  const { source, found } = await itemSource(query, after, context);
  const page = await walk({
    source,
    stoppedAt: found?.stoppedAt,
    limit: query.limit,
    keep: (item) => matchesItem(item, query),
    join: (records) => addOutlets(records, context),
  });
  return { ...page, ...searchedThrough(found) };
}

/** Items with their outlets, in the same order. */
export async function addOutlets(items: ItemSummary[], { outlets }: QueryContext): Promise<ItemRow[]> {
  const titles = await outlets.titles(items.map(({ feedId }) => feedId));
  return items.map((item) => ({ ...item, outlet: titles.get(item.feedId) ?? item.feedId }));
}

/** Whether an item passes the filters that its own record answers. */
export function matchesItem(item: ItemSummary, query: ItemFilters): boolean {
  return (
    (query.includeDuplicates || item.duplicateOf === null) &&
    (query.language === undefined || isLanguage(item.language, query.language)) &&
    hasWords(item.source ?? '', query.source) &&
    (query.q.length === 0 || hasWords([item.title, item.summary, ...item.tags], query.q))
  );
}
