import { dayOf, type Instant } from '../../model/instant.ts';
import { subjectOf } from '../../store/counts/subject.ts';
import { joinArticles } from '../items/join-articles.ts';
import type { Page } from '../kernel/lists/walk.ts';
import { addDays } from '../kernel/parameters/moment.ts';
import { checkRange } from '../kernel/parameters/read-query.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { type StatementFilters, statementFilters } from '../statements/filters.ts';
import { filtersInUse, matchesArticle, matchesStatement } from '../statements/match-filters.ts';
import type { StatementRow } from '../statements/rows.ts';
import { statementSource } from '../statements/statement-source.ts';
import { askedDays } from './asked-days.ts';
import { buildSeries, type Read, type Rolled } from './build-series.ts';
import type { Interval } from './interval.ts';
import { boundOf, MOST_COUNTED, readNewest } from './read-newest.ts';
import { statementsOfRow } from './rolled-days.ts';
import { type CountedStretch, statementFacets } from './statement-facets.ts';
import type { Series, StatementStats } from './stats-shapes.ts';

/** How many statements are read for figures, and those that were read already. */
interface ReadForStats {
  /** @default MOST_COUNTED */
  mostRead?: number;
  /** The newest page of the same query, which is enough where the hourly counts tell the rest. */
  newest?: Page<StatementRow>;
}

/**
 * Counts over time and facets of the statements that a query finds. Reads its newest records up to the bound; days behind that come from
 * the hourly counts where the query has no filters but one of `speaker` and `feed`, and whole days.
 */
export async function statementStats(
  query: StatementFilters & { interval: Interval },
  context: QueryContext,
  { mostRead = MOST_COUNTED, newest }: ReadForStats = {},
): Promise<StatementStats> {
  checkRange(query.from, query.to);
  const { source, found, speakers, speakerIds } = await statementSource(query, undefined, context);
  const rolled = rolledFor(query, speakerIds);
  // Of a feed the counts do not know who spoke.
  const bound = await boundOf(mostRead, query, rolled !== null && query.feed === undefined, context.store);
  const read =
    (newest && bound < mostRead ? readOfPage(newest) : null) ??
    (await readNewest({
      source,
      stoppedAt: found?.stoppedAt,
      mostRead: bound,
      keep: (statement) => matchesStatement(statement, query),
      join: (records, entries) => joinArticles(records, entries, (article) => matchesArticle(article, query), context),
    }));
  const series = await buildSeries(query, read, true, rolled, context);
  const facets = await statementFacets(read.rows, stretchBehind(query, read.since, series, rolled), context);
  return {
    series,
    facets: { ...facets, counted: read.rows.length, truncated: read.since !== null, since: read.since },
    ...(speakers && { speakers }),
  };
}

/** A page as what was read of a query; `null` where it does not tell how far that was. */
function readOfPage({ rows, next }: Page<StatementRow>): Read<StatementRow> | null {
  const since = next === null ? null : rows.at(-1)?.sortAt;
  return since === undefined ? null : { rows, since };
}

/** The subjects of the hourly counts that answer the query; `null` where counts can't answer one of its filters. */
function rolledFor(query: StatementFilters, speakerIds: string[] | undefined): Rolled | null {
  const needed = filtersInUse(query)
    .map((name) => statementFilters[name].counts)
    .filter((counts) => counts !== 'days');
  if (needed.includes('none') || needed.length > 1) return null;
  const subjects = speakerIds?.map(subjectOf.speaker) ?? [
    query.feed === undefined ? subjectOf.all() : subjectOf.feed(query.feed),
  ];
  return { subjects, read: statementsOfRow };
}

/** What the hourly counts have told behind the rows that were read; `null` where they have told nothing. */
function stretchBehind(
  query: StatementFilters,
  since: Instant | null,
  { countedThrough }: Series,
  rolled: Rolled | null,
): CountedStretch | null {
  if (since === null || countedThrough === null || rolled === null) return null;
  const kind = query.speaker !== undefined ? 'speakers' : query.feed !== undefined ? 'feed' : 'all';
  const { from } = askedDays(query.from, query.to);
  return { subjects: rolled.subjects, kind, from, before: addDays(dayOf(since), 1) };
}
