import { confidenceBand } from '../../model/confidence-band.ts';
import { subjectOf } from '../../store/rollup-subject.ts';
import { joinArticles } from '../lists/join-articles.ts';
import { readMergedSpeakers } from '../lists/merged-speakers.ts';
import type { Reading } from '../lists/reading.ts';
import { matchesStatement } from '../lists/statement-filter.ts';
import { statementSource } from '../lists/statement-source.ts';
import type { StatementFilters } from '../parameters/queries.ts';
import { checkRange } from '../parameters/read-query.ts';
import type { StatementRow } from '../responses.ts';
import { buildSeries, type Rolled } from './build-series.ts';
import { facetOf, plain } from './facet-counts.ts';
import type { Interval } from './interval.ts';
import { MOST_COUNTED, readNewest } from './read-newest.ts';
import { statementsOfRow } from './rolled-days.ts';
import type { StatementFacets, StatementStats } from './stats-shapes.ts';

/**
 * Counts over time and facets of the statements that a query finds. Reads its newest records up to the bound; days behind that come from
 * the hourly counts where the query has no filters but one of `speaker` and `feed`, and whole days.
 */
export async function statementStats(
  query: StatementFilters & { interval: Interval },
  reading: Reading,
  mostRead: number = MOST_COUNTED,
): Promise<StatementStats> {
  checkRange(query.from, query.to);
  const { source, found, speakers, speakerIds } = await statementSource(query, undefined, reading);
  const read = await readNewest({
    source,
    stoppedAt: found?.stoppedAt,
    mostRead,
    keep: (statement) => matchesStatement(statement, query),
    join: (records, entries) => joinArticles(records, entries, query.includeDuplicates, reading),
  });
  const [series, facets] = await Promise.all([
    buildSeries(query, read, true, rolledFor(query, speakerIds), reading),
    statementFacets(read.rows, reading),
  ]);
  return {
    series,
    facets: { ...facets, counted: read.rows.length, truncated: read.since !== null, since: read.since },
    ...(speakers && { speakers }),
  };
}

/** The subjects of the hourly counts that answer the query. */
function rolledFor(query: StatementFilters, speakerIds: string[] | undefined): Rolled | null {
  const isPlain =
    query.role.length === 0 &&
    query.language === undefined &&
    query.type === undefined &&
    query.minConfidence === 0 &&
    query.q.length === 0 &&
    !query.includeDuplicates;
  if (!isPlain || (speakerIds && query.feed !== undefined)) return null;
  const subjects = speakerIds?.map(subjectOf.speaker) ?? [
    query.feed === undefined ? subjectOf.all() : subjectOf.feed(query.feed),
  ];
  return { subjects, read: statementsOfRow };
}

async function statementFacets(
  rows: readonly StatementRow[],
  { store }: Pick<Reading, 'store'>,
): Promise<Omit<StatementFacets, 'counted' | 'truncated' | 'since'>> {
  const merged = await readMergedSpeakers(store.speakers);
  const speaker = facetOf(rows, ({ speaker }) =>
    speaker?.id ? [{ value: merged.targetOf(speaker.id), label: speaker.name }] : [],
  );
  const whole = await merged.whole(
    speaker.map(({ value }) => value),
    { exact: false },
  );
  const names = new Map(whole.map(({ id, name }) => [id, name]));
  return {
    speaker: speaker.map((one) => ({ ...one, label: names.get(one.value) ?? one.label })),
    unknownSpeakers: rows.filter((row) => row.speaker === null).length,
    role: facetOf(rows, ({ speaker }) => plain(speaker?.role ?? null)),
    feed: facetOf(rows, ({ feedId, outlet }) => [{ value: feedId, label: outlet }]),
    type: facetOf(rows, ({ type }) => plain(type)),
    confidence: facetOf(rows, ({ confidence }) => plain(confidenceBand(confidence))),
    language: facetOf(rows, ({ language }) => plain(language)),
  };
}
