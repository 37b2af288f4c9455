import { dayOf, toInstant } from '../../model/instant.ts';
import type { ComingDate } from '../../model/item.ts';
import { joinArticles } from '../items/join-articles.ts';
import { type Page, walk } from '../kernel/lists/walk.ts';
import { nextDay } from '../kernel/parameters/moment.ts';
import { checkRange } from '../kernel/parameters/read-query.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { hasWords } from '../kernel/word-match.ts';
import type { DatesQuery } from './query.ts';
import type { DateRow } from './rows.ts';

/** Days ahead that articles speak of, the next one first, from today on where `from` doesn't say otherwise. */
export async function listDates(
  query: DatesQuery,
  after: string | undefined,
  context: QueryContext,
): Promise<Page<DateRow>> {
  const from = query.from ?? dayOf(toInstant(context.clock.now()));
  const to = query.to && nextDay(query.to);
  checkRange(from, to);
  return walk({
    source: context.store.dates.coming({ from, to, after }),
    limit: query.limit,
    keep: (date) => matchesDate(date, query),
    join: (dates, entries) =>
      joinArticles(dates, entries, ({ duplicateOf }) => query.includeDuplicates || duplicateOf === null, context),
  });
}

function matchesDate(date: ComingDate, query: DatesQuery): boolean {
  return (
    (query.feed === undefined || date.feedId === query.feed) &&
    (query.role === undefined || date.role === query.role) &&
    (query.q.length === 0 || hasWords([date.title, date.context], query.q))
  );
}
