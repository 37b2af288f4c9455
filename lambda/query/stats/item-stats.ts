import { subjectOf } from '../../store/rollup-subject.ts';
import { itemSource } from '../lists/item-source.ts';
import { addOutlets, matchesItem } from '../lists/list-items.ts';
import type { Reading } from '../lists/reading.ts';
import type { ItemFilters } from '../parameters/queries.ts';
import { checkRange } from '../parameters/read-query.ts';
import { buildSeries, type Rolled } from './build-series.ts';
import { facetOf, plain } from './facet-counts.ts';
import type { Interval } from './interval.ts';
import { MOST_COUNTED, readNewest } from './read-newest.ts';
import { itemsOfRow } from './rolled-days.ts';
import type { ItemStats } from './stats-shapes.ts';

/**
 * Counts over time and facets of the items that a query finds. Reads its newest records up to the bound; days behind that come from the
 * hourly counts where the query has no filters but `feed`, `includeDuplicates` and whole days. The `statements` of its counts are 0.
 */
export async function itemStats(
  query: ItemFilters & { interval: Interval },
  reading: Reading,
  mostRead: number = MOST_COUNTED,
): Promise<ItemStats> {
  checkRange(query.from, query.to);
  const { source, found } = await itemSource(query, undefined, reading);
  const { rows, since } = await readNewest({
    source,
    stoppedAt: found?.stoppedAt,
    mostRead,
    keep: (item) => matchesItem(item, query),
    join: (items) => addOutlets(items, reading),
  });
  const counted = rows.map(({ id, sortAt, publishedAt }) => ({ itemId: id, sortAt, publishedAt }));
  return {
    series: await buildSeries(query, { rows: counted, since }, false, rolledFor(query), reading),
    facets: {
      counted: rows.length,
      truncated: since !== null,
      since,
      feed: facetOf(rows, ({ feedId, outlet }) => [{ value: feedId, label: outlet }]),
      language: facetOf(rows, ({ language }) => plain(language)),
      tag: facetOf(rows, ({ tags }) => [...new Set(tags)].flatMap(plain)),
    },
  };
}

function rolledFor({ feed, language, q, includeDuplicates }: ItemFilters): Rolled | null {
  if (language !== undefined || q.length > 0) return null;
  return {
    subjects: [feed === undefined ? subjectOf.all() : subjectOf.feed(feed)],
    read: itemsOfRow(includeDuplicates),
  };
}
