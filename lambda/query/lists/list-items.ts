import type { ItemSummary } from '../../model/item.ts';
import type { ItemsQuery } from '../parameters/queries.ts';
import { checkRange } from '../parameters/read-query.ts';
import type { ItemRow } from '../responses.ts';
import { hasWords } from '../word-match.ts';
import type { Reading } from './reading.ts';
import { type SearchedPage, searchedThrough } from './searched-page.ts';
import { isLanguage } from './statement-filter.ts';
import { walk } from './walk.ts';

/** Items, newest first: `q` reads the word index, `feed` the feed's, else the days' one; the other filters look at each record read there. */
export async function listItems(
  query: ItemsQuery,
  after: string | undefined,
  reading: Reading,
): Promise<SearchedPage<ItemRow>> {
  checkRange(query.from, query.to);
  const { items, search } = reading.store;
  const asked = { from: query.from, to: query.to, feedId: query.feed, after };
  const found = query.q.length > 0 ? await search.items({ ...asked, words: query.q }) : null;
  const page = await walk({
    source: found?.list ?? items.newest(asked),
    stoppedAt: found?.stoppedAt,
    limit: query.limit,
    keep: (item) => matchesItem(item, query),
    join: (records) => addOutlets(records, reading),
  });
  return { ...page, ...searchedThrough(found) };
}

/** Items with their outlets, in the same order. */
export async function addOutlets(items: ItemSummary[], { outlets }: Reading): Promise<ItemRow[]> {
  const titles = await outlets.titles(items.map(({ feedId }) => feedId));
  return items.map((item) => ({ ...item, outlet: titles.get(item.feedId) ?? item.feedId }));
}

function matchesItem(item: ItemSummary, query: ItemsQuery): boolean {
  return (
    (query.includeDuplicates || item.duplicateOf === null) &&
    (query.language === undefined || isLanguage(item.language, query.language)) &&
    (query.q.length === 0 || hasWords([item.title, item.summary, ...item.tags], query.q))
  );
}
