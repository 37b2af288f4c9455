import { NotFoundError } from '../../model/errors.ts';
import { type Day, dayOf, toInstant } from '../../model/instant.ts';
import type { CountRow } from '../../store/counts/shapes.ts';
import { subjectOf } from '../../store/counts/subject.ts';
import { nextDay } from '../kernel/parameters/moment.ts';
import { checkRange } from '../kernel/parameters/read-query.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { readMergedSpeakers } from '../speakers/merged-speakers.ts';
import { type Interval, startOf } from './interval.ts';
import { makeSeries } from './make-series.ts';
import { addDatedRow, statementsOfRow } from './rolled-days.ts';
import type { SpeakerStats } from './stats-shapes.ts';

type OverTime = SpeakerStats['roles'][number]['points'];

/**
 * When, where and as what a speaker was quoted, by the hourly counts; those of speakers joined to them included. Days on which they were
 * quoted in undated articles alone are in no point. Throws NotFoundError.
 */
export async function speakerStats(
  id: string,
  query: { from?: Day | undefined; to?: Day | undefined; interval: Interval },
  { store, clock, outlets }: QueryContext,
): Promise<SpeakerStats> {
  checkRange(query.from, query.to && nextDay(query.to));
  const merged = await readMergedSpeakers(store.speakers);
  const [speaker] = await merged.whole([id], { counted: false });
  if (!speaker) throw new NotFoundError('unknown-speaker', `no speaker has the id ${id}`);
  const found = await Promise.all(
    merged.idsOf(speaker.id).map((one) => store.rollups.ofSubject(subjectOf.speaker(one), query.from)),
  );
  const rows = found
    .flat()
    .filter(({ day }) => query.to === undefined || day <= query.to)
    .sort((one, other) => (one.day < other.day ? -1 : 1));
  const counts = { days: new Map(), undated: { statements: 0, items: 0 } };
  for (const row of rows) addDatedRow(counts, row, statementsOfRow);
  const feeds = sumUp(rows, query.interval, ({ outlets: ofRow }) =>
    ofRow.map(({ feedId, ...times }) => ({ text: feedId, ...times })),
  );
  const titles = await outlets.titles(feeds.map(({ text }) => text));
  return {
    id: speaker.id,
    name: speaker.name,
    series: makeSeries({
      ...counts,
      interval: query.interval,
      from: query.from,
      to: query.to,
      today: dayOf(toInstant(clock.now())),
      cutDays: [],
      truncated: false,
      countedThrough: await store.rollups.through(),
    }),
    outlets: feeds
      .map(({ text: feedId, ...sum }) => ({ feedId, outlet: titles.get(feedId) ?? feedId, ...sum }))
      .sort((one, other) => other.statements - one.statements || (one.feedId < other.feedId ? -1 : 1)),
    roles: sumUp(rows, query.interval, ({ roles }) => roles).sort((one, other) =>
      (one.lastDay ?? '') > (other.lastDay ?? '') ? -1 : 1,
    ),
    types: sumOfTypes(rows),
  };
}

/** Sums up values of rows, which are in the order of their days. */
function sumUp(
  rows: readonly CountRow[],
  interval: Interval,
  valuesOf: (row: CountRow) => CountRow['roles'],
): SpeakerStats['roles'] {
  const sums = new Map<string, SpeakerStats['roles'][number]>();
  for (const row of rows) {
    for (const { text, statements, undated } of valuesOf(row)) {
      const sum = sums.get(text) ?? { text, statements: 0, firstDay: null, lastDay: null, points: [] };
      sums.set(text, sum);
      sum.statements += statements;
      if (statements === undated) continue;
      sum.firstDay ??= row.day;
      sum.lastDay = row.day;
      addTo(sum.points, startOf(interval, row.day), statements - undated);
    }
  }
  return [...sums.values()];
}

function addTo(points: OverTime, from: Day, statements: number): void {
  const last = points.at(-1);
  if (last?.from === from) last.statements += statements;
  else points.push({ from, statements });
}

function sumOfTypes(rows: readonly CountRow[]): SpeakerStats['types'] {
  const sum = { direct: 0, indirect: 0, mixed: 0 };
  for (const { types } of rows) {
    for (const type of ['direct', 'indirect', 'mixed'] as const) sum[type] += types[type];
  }
  return sum;
}
