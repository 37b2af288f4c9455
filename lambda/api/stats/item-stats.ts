import { dayOf, type Instant } from '../../model/instant.ts';
import type { FacetKind } from '../../store/counts/shapes.ts';
import { subjectOf } from '../../store/counts/subject.ts';
import { itemSource } from '../items/item-source.ts';
import { addOutlets, matchesItem } from '../items/list-items.ts';
import type { ItemFilters } from '../items/query.ts';
import type { ItemRow } from '../items/rows.ts';
import { checkRange } from '../kernel/parameters/read-query.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { buildSeries, type Rolled } from './build-series.ts';
import { facetOf, plain, withTitles } from './facet-counts.ts';
import type { Interval } from './interval.ts';
import { type OlderDays, olderDays } from './older-days.ts';
import { boundOf, MOST_COUNTED, readNewest } from './read-newest.ts';
import { itemsOfRow } from './rolled-days.ts';
import type { ItemStats } from './stats-shapes.ts';

/**
 * Counts over time and facets of the items that a query finds. Reads its newest records up to the bound; days behind that come from the
 * hourly counts where the query has no filters but `feed`, `includeDuplicates` and whole days. The `statements` of its counts are 0.
 */
export async function itemStats(
  query: ItemFilters & { interval: Interval },
  context: QueryContext,
  mostRead: number = MOST_COUNTED,
): Promise<ItemStats> {
  checkRange(query.from, query.to);
  const { source, found } = await itemSource(query, undefined, context);
  const rolled = rolledFor(query);
  const { rows, since } = await readNewest({
    source,
    stoppedAt: found?.stoppedAt,
    mostRead: await boundOf(mostRead, query, rolled !== null && query.feed === undefined, context.store),
    keep: (item) => matchesItem(item, query),
    join: (items) => addOutlets(items, context),
  });
  const counted = rows.map(({ id, sortAt, publishedAt }) => ({ itemId: id, sortAt, publishedAt }));
  const older = rolled && query.feed === undefined ? await olderDays(query, since, context.store) : null;
  return {
    series: await buildSeries(query, { rows: counted, since }, false, rolled, context),
    facets: await itemFacets(rows, query.includeDuplicates, { older, since }, context),
  };
}

/** Facets of what was read just now, and of the days before that; where there are such, the two are parted at a day, as those of the series. */
async function itemFacets(
  read: readonly ItemRow[],
  includeDuplicates: boolean,
  { older, since }: { older: OlderDays | null; since: Instant | null },
  { outlets }: Pick<QueryContext, 'outlets'>,
): Promise<ItemStats['facets']> {
  const rows = older ? read.filter(({ sortAt }) => dayOf(sortAt) >= older.before) : read;
  const itemsOf = ({ items, copies }: { items: number; copies: number }) =>
    includeDuplicates ? items : items - copies;
  const countedOf = async (kind: FacetKind) =>
    Array.from((await older?.facet(kind)) ?? [], ({ value, ...counts }) => ({ value, count: itemsOf(counts) }));
  const days = older?.rows ?? [];
  const languages = days.flatMap((day) =>
    day.languages.map(({ language, ...counts }) => ({ value: language, count: itemsOf(counts) })),
  );
  return {
    counted: rows.length + days.reduce((sum, day) => sum + itemsOf(day), 0),
    truncated: since !== null && older === null,
    since: older ? null : since,
    feed: await withTitles(
      facetOf(rows, ({ feedId, outlet }) => [{ value: feedId, label: outlet }], await countedOf('feed')),
      outlets,
    ),
    language: facetOf(rows, ({ language }) => plain(language), languages),
    tag: facetOf(rows, ({ tags }) => [...new Set(tags)].flatMap(plain), await countedOf('tag')),
  };
}

function rolledFor({ feed, language, source, q, includeDuplicates }: ItemFilters): Rolled | null {
  if (language !== undefined || source.length > 0 || q.length > 0) return null;
  return {
    subjects: [feed === undefined ? subjectOf.all() : subjectOf.feed(feed)],
    read: itemsOfRow(includeDuplicates),
  };
}
