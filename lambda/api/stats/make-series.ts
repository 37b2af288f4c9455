import type { Day, Instant } from '../../model/instant.ts';
import { endOf, type Interval, startOf } from './interval.ts';
import type { Counts, Point, Series } from './stats-shapes.ts';

/** More points than these are not filled up with zeros. */
const MOST_FILLED = 1_000;

/** What a series is made of. */
export interface SeriesSource {
  interval: Interval;
  /** Counts of the days that have something. */
  days: ReadonlyMap<Day, Counts>;
  undated: Counts;
  /** The first and the last day asked for; where they are not told, the first with something and today. */
  from: Day | undefined;
  to: Day | undefined;
  today: Day;
  /** Days that are not wholly counted. */
  cutDays: readonly Day[];
  truncated: boolean;
  countedThrough: Instant | null;
}

/** Sums days up by their interval, and fills the gaps. */
export function makeSeries(source: SeriesSource): Series {
  const { interval, days, undated, today, truncated, countedThrough } = source;
  const sums = new Map<Day, Counts>();
  for (const [day, { statements, items }] of days) {
    const start = startOf(interval, day);
    const sum = sums.get(start) ?? { statements: 0, items: 0 };
    sums.set(start, { statements: sum.statements + statements, items: sum.items + items });
  }
  const known = [...sums.keys()].sort();
  const first = truncated || source.from === undefined ? known[0] : startOf(interval, source.from);
  const last = source.to !== undefined && source.to < today ? source.to : today;
  const starts = first === undefined ? [] : filled(interval, first, startOf(interval, last), known);
  const points = (starts ?? known).map((from): Point => {
    const to = endOf(interval, from);
    const incomplete = incompleteness(from, to, source);
    return { from, to, statements: 0, items: 0, ...sums.get(from), ...(incomplete && { incomplete }) };
  });
  const total = [...sums.values(), undated].reduce((sum, one) => ({
    statements: sum.statements + one.statements,
    items: sum.items + one.items,
  }));
  return { interval, points, sparse: starts === null, undated, total, truncated, countedThrough };
}

/** Every start from the first to the last, or to the last that is known; `null` where these are too many. */
function filled(interval: Interval, first: Day, last: Day, known: Day[]): Day[] | null {
  const end = known.at(-1) ?? last;
  const starts: Day[] = [];
  for (let start = first; start <= last || start <= end; start = endOf(interval, start)) {
    if (starts.length === MOST_FILLED) return null;
    starts.push(start);
  }
  return starts;
}

function incompleteness(from: Day, to: Day, source: SeriesSource): Point['incomplete'] {
  if (from <= source.today && source.today < to) return 'running';
  const startsLate = source.from !== undefined && from < source.from;
  const endsEarly = source.to !== undefined && endOf('day', source.to) < to;
  return startsLate || endsEarly || source.cutDays.some((day) => from <= day && day < to) ? 'cut' : undefined;
}
