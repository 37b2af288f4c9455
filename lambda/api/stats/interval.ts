import { parseDay } from '../../common/calendar/civil.ts';
import type { Day } from '../../model/instant.ts';
import { addDays } from '../kernel/parameters/moment.ts';

/** What a point of a series counts. */
export type Interval = 'day' | 'week' | 'month';

const DAYS_A_WEEK = 7;
const MILLISECONDS_A_DAY = 86_400_000;

/** The first day of the day, week (Monday) or month that a day lies in. */
export function startOf(interval: Interval, day: Day): Day {
  if (interval === 'day') return day;
  if (interval === 'month') return `${day.slice(0, 8)}01`;
  // 1970-01-01 was a Thursday, the fourth day of its week.
  const sinceMonday = (Math.floor(Date.parse(day) / MILLISECONDS_A_DAY) + 3) % DAYS_A_WEEK;
  return addDays(day, -((sinceMonday + DAYS_A_WEEK) % DAYS_A_WEEK));
}

/** The first day behind the one that begins on that day: where the next begins. */
export function endOf(interval: Interval, start: Day): Day {
  if (interval === 'day') return addDays(start, 1);
  if (interval === 'week') return addDays(start, DAYS_A_WEEK);
  const civil = parseDay(start);
  if (!civil) throw new RangeError(`${start} is not a day`);
  const isLast = civil.month === 12;
  return `${String(civil.year + Number(isLast)).padStart(4, '0')}-${String(isLast ? 1 : civil.month + 1).padStart(2, '0')}-01`;
}
