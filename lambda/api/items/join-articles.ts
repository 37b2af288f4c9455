import type { ItemSummary } from '../../model/item.ts';
import type { QueryContext } from '../kernel/query-context.ts';

interface OfItem {
  itemId: string;
  edition: string;
}

/** What a row tells of its article. */
export type ArticleFields = Pick<
  ItemSummary,
  'title' | 'source' | 'url' | 'publishedAt' | 'publishedAtSource' | 'duplicateOf'
> & {
  outlet: string;
};

/**
 * Adds to each record what its article is, which is read where the list did not bring it. `null` for a record whose article is gone, has another
 * edition by now (so that nothing half-written is seen), or is not to be kept.
 */
export async function joinArticles<Entry extends OfItem>(
  records: Entry[],
  entries: readonly { item?: ItemSummary }[],
  keep: (article: ItemSummary) => boolean,
  { store, outlets }: QueryContext,
): Promise<((Entry & ArticleFields) | null)[]> {
  const listed = new Map(entries.flatMap(({ item }) => (item ? [[item.id, item] as const] : [])));
  const others = new Set(records.flatMap(({ itemId }) => (listed.has(itemId) ? [] : [itemId])));
  const items = new Map([...listed, ...(others.size > 0 ? await store.items.summaries([...others]) : [])]);
  const titles = await outlets.titles([...items.values()].map(({ feedId }) => feedId));
  return records.map((record) => {
    const item = items.get(record.itemId);
    if (!item || item.edition !== record.edition) return null;
    if (!keep(item)) return null;
    return {
      ...record,
      title: item.title,
      outlet: titles.get(item.feedId) ?? item.feedId,
      ...(item.source !== undefined && { source: item.source }),
      url: item.url,
      publishedAt: item.publishedAt,
      publishedAtSource: item.publishedAtSource,
      duplicateOf: item.duplicateOf,
    };
  });
}
