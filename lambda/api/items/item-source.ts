import type { ItemSummary } from '../../model/item.ts';
import type { Positioned, SearchResult } from '../../store/store-shapes.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import type { ItemsQuery } from './query.ts';

/** The items among which a query looks, newest first. */
export interface ItemSource {
  source: AsyncIterable<Positioned<ItemSummary>>;
  /** How far the word index was searched, where the source comes from it. */
  found: SearchResult<ItemSummary> | null;
}

/** Opens the narrowest index: `q` reads the word index, which knows feeds too; else `feed` the feed's, else the days' one. */
export async function itemSource(
  query: Pick<ItemsQuery, 'from' | 'to' | 'feed' | 'q'>,
  after: string | undefined,
  { store }: Pick<QueryContext, 'store'>,
): Promise<ItemSource> {
  const asked = { from: query.from, to: query.to, feedId: query.feed, after };
  const found = query.q.length > 0 ? await store.search.items({ ...asked, words: query.q }) : null;
  return { source: found?.list ?? store.items.newest(asked), found };
}
