import { confidenceBand } from '../../model/confidence-band.ts';
import { type Day, dayOf } from '../../model/instant.ts';
import type { FacetKind } from '../../store/counts/shapes.ts';
import { addDays } from '../kernel/parameters/moment.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { readMergedSpeakers } from '../speakers/merged-speakers.ts';
import type { StatementRow } from '../statements/rows.ts';
import { addValue, type FacetValue, facetOf, mostFrequent, plain } from './facet-counts.ts';
import type { StatementFacets } from './stats-shapes.ts';

/** The stretch whose counts were not read just now: whole days from `from` on and before `before`. */
export interface CountedStretch {
  /** Of the hourly counts: all statements, those of a feed, or of one speaker each. */
  subjects: readonly string[];
  kind: 'all' | 'feed' | 'speakers';
  from: Day | undefined;
  before: Day;
}

type Facets = Omit<StatementFacets, 'counted' | 'truncated' | 'since'>;
type Exact = StatementFacets['exact'][number];

/**
 * Facets of the rows that were read. Where reading stopped before the end, `stretch` is what lies behind: the facets that the hourly counts know are then
 * of the whole query, and named in `exact`; the others are of the rows alone.
 */
export async function statementFacets(
  rows: readonly StatementRow[],
  stretch: CountedStretch | null,
  context: QueryContext,
): Promise<Facets> {
  const merged = await readMergedSpeakers(context.store.speakers);
  const valuesOf = {
    speaker: ({ speaker }: StatementRow) =>
      speaker?.id ? [{ value: merged.targetOf(speaker.id), label: speaker.name }] : [],
    role: ({ speaker }: StatementRow) => plain(speaker?.role ?? null),
    feed: ({ feedId, outlet }: StatementRow) => [{ value: feedId, label: outlet }],
    type: ({ type }: StatementRow) => plain(type),
    confidence: ({ confidence }: StatementRow) => plain(confidenceBand(confidence)),
    language: ({ language }: StatementRow) => plain(language),
  };
  const facets: Facets = {
    speaker: facetOf(rows, valuesOf.speaker),
    unknownSpeakers: rows.filter((row) => row.speaker === null).length,
    role: facetOf(rows, valuesOf.role),
    feed: facetOf(rows, valuesOf.feed),
    type: facetOf(rows, valuesOf.type),
    confidence: facetOf(rows, valuesOf.confidence),
    language: facetOf(rows, valuesOf.language),
    exact: [],
  };
  if (stretch !== null) {
    const { unknown, behind } = await readBehind(stretch, merged.targetOf, context);
    const newest = rows.filter(({ sortAt }) => dayOf(sortAt) >= stretch.before);
    for (const name of Object.keys(behind) as Exact[]) {
      const sum = new Map<string, FacetValue>();
      for (const row of newest) for (const one of valuesOf[name](row)) addValue(sum, { ...one, count: 1 });
      for (const one of behind[name] ?? []) addValue(sum, one);
      Object.assign(facets, { [name]: mostFrequent(sum) });
      facets.exact.push(name);
    }
    facets.unknownSpeakers = newest.filter((row) => row.speaker === null).length + unknown;
  }
  return { ...facets, ...(await named(facets, merged, context)) };
}

/** What the hourly counts have of the stretch, by facet; those that they do not know are missing. */
async function readBehind(
  { subjects, kind, from, before }: CountedStretch,
  targetOf: (id: string) => string,
  { store }: QueryContext,
): Promise<{ behind: Partial<Record<Exact, FacetValue[]>>; unknown: number }> {
  const stored = await Promise.all(subjects.map((subject) => store.rollups.ofSubject(subject, from)));
  const days = stored.flat().filter(({ day }) => day < before);
  const of = (value: string, count: number): FacetValue => ({ value, label: value, count });
  const ofRecord = (counts: Record<string, number>) => Object.entries(counts).map(([value, count]) => of(value, count));
  const always = {
    type: days.flatMap(({ types }) => ofRecord(types)),
    confidence: days.flatMap(({ bands }) => ofRecord(bands)),
    language: days.flatMap(({ languages }) => languages.map(({ language, statements }) => of(language, statements))),
  };
  const unknown = days.reduce((sum, { unknownSpeakers }) => sum + unknownSpeakers, 0);
  if (kind === 'feed') return { unknown, behind: always };
  if (kind === 'speakers') {
    const behind = {
      ...always,
      speaker: days.map(({ subject, statements }) => of(targetOf(subject.replace(/^SPEAKER#/, '')), statements)),
      role: days.flatMap(({ roles }) => roles.map(({ text, statements }) => of(text, statements))),
      feed: days.flatMap(({ outlets }) => outlets.map(({ feedId, statements }) => of(feedId, statements))),
    };
    return { unknown, behind };
  }
  const sumsOf = async (facet: FacetKind): Promise<FacetValue[]> => {
    const { sums } = await store.rollups.facetSums(facet, from, addDays(before, -1));
    return Array.from(sums.values(), ({ value, statements }) => of(value, statements));
  };
  const [speaker, role, feed] = await Promise.all([sumsOf('speaker'), sumsOf('role'), sumsOf('feed')]);
  const joined = speaker.map((one) => ({ ...one, value: targetOf(one.value) }));
  return { unknown, behind: { ...always, role, feed, speaker: joined } };
}

/** The names of speakers and outlets, which counts do not have. */
async function named(
  { speaker, feed }: Facets,
  merged: Awaited<ReturnType<typeof readMergedSpeakers>>,
  { outlets }: QueryContext,
): Promise<Pick<Facets, 'speaker' | 'feed'>> {
  const [whole, titles] = await Promise.all([
    merged.whole(
      speaker.map(({ value }) => value),
      { counted: false },
    ),
    outlets.titles(feed.map(({ value }) => value)),
  ]);
  const names = new Map(whole.map(({ id, name }) => [id, name]));
  return {
    speaker: speaker.map((one) => ({ ...one, label: names.get(one.value) ?? one.label })),
    feed: feed.map((one) => ({ ...one, label: titles.get(one.value) ?? one.label })),
  };
}
