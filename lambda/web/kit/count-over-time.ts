import { addDays } from '../../api/kernel/parameters/moment.ts';
import { endOf, type Interval, startOf } from '../../api/stats/interval.ts';
import type { Point, Series } from '../../api/stats/stats-shapes.ts';
import type { Day } from '../../model/instant.ts';
import type { CountOverTime, CountStep } from './day-bars.tsx';
import { links } from './links.ts';
import { counted, dayInWords, instantInWords, monthInWords } from './words.ts';

/** More bars than these are joined into weeks, or months. */
const MOST_BARS = 130;
const DAYS_A_WEEK = 7;

/** Where the counts of a query are given as CSV. */
export const COUNTS_CSV = '/counts.csv';

/**
 * A series of days as a chart shows it, in bars of days, weeks or months, whichever are few enough; `null` for less than two bars. `sent` is the query
 * whose statements are counted: a bar leads to those of its range.
 */
export function countOverTime(series: Series, sent: Record<string, string>): CountOverTime | null {
  const interval = intervalFor(series.points);
  const query = new URLSearchParams(Object.entries(sent).filter(([name]) => name !== 'cursor' && name !== 'limit'));
  const steps = joinPoints(series.points, interval).map(
    ({ from, to, statements, incomplete }): CountStep => ({
      from,
      to,
      label: stepInWords(from, to, interval),
      count: statements,
      isCut: incomplete === 'cut',
      href: links.with('/', { ...sent, from, to: addDays(to, -1) }, 'cursor', null),
    }),
  );
  return steps.length < 2 ? null : { steps, interval, csvHref: `${COUNTS_CSV}?${query}`, note: noteOf(series) };
}

function intervalFor(points: readonly Point[]): Interval {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return 'day';
  const days = (Date.parse(last.to) - Date.parse(first.from)) / 86_400_000;
  if (days <= MOST_BARS) return 'day';
  return days <= MOST_BARS * DAYS_A_WEEK ? 'week' : 'month';
}

function joinPoints(points: readonly Point[], interval: Interval): Point[] {
  const joined: Point[] = [];
  for (const point of points) {
    const from = startOf(interval, point.from);
    let last = joined.at(-1);
    while (last && last.to <= from) {
      if (last.to === from) break;
      last = { from: last.to, to: endOf(interval, last.to), statements: 0, items: 0 };
      joined.push(last);
    }
    if (last?.from === from) {
      last.statements += point.statements;
      last.items += point.items;
      if (point.incomplete) last.incomplete = point.incomplete;
    } else joined.push({ ...point, from, to: endOf(interval, from) });
  }
  return joined;
}

function stepInWords(from: Day, to: Day, interval: Interval): string {
  if (interval === 'day') return dayInWords(from);
  if (interval === 'month') return monthInWords(from.slice(0, 7));
  return `${dayInWords(from)} – ${dayInWords(addDays(to, -1))}`;
}

function noteOf({ undated, truncated, countedThrough }: Series): string | undefined {
  const notes = [
    undated.statements > 0 ? `${counted(undated.statements, 'statement')} of articles without a date: in no bar.` : '',
    truncated ? 'Older ones were not counted for this search.' : '',
    countedThrough === null ? '' : `Counted at ${instantInWords(countedThrough)}.`,
  ].filter((note) => note !== '');
  return notes.length > 0 ? notes.join(' ') : undefined;
}
