import { dayNumber, parseDay } from '../../common/calendar/civil.ts';
import { dayPeriod, isWritableYear, type Period } from '../../common/calendar/period.ts';
import type { DateMention } from '../../model/date-mention.ts';
import type { Anchor, Scene } from './rule.ts';
import { shiftedUnit } from './rules/which-periods.ts';

const FINE_ENOUGH: Record<string, ReadonlySet<string>> = {
  day: new Set(['day', 'time']),
  week: new Set(['day', 'time', 'week']),
  month: new Set(['day', 'time', 'month']),
  year: new Set(['day', 'time', 'month', 'quarter', 'half', 'season', 'year']),
};
/** Nobody counts farther in days. */
const MOST_DAYS = 36_600;

function asAnchor(date: DateMention): Anchor | null {
  const civil = parseDay(date.from);
  return civil === null ? null : { day: dayNumber(civil), civil };
}

const REACH = 400;

/** The date named last, where it is near enough to be counted from. */
export function lastNear({ dates }: Scene, start: number): DateMention | null {
  const last = dates.at(-1);
  return last === undefined || start - last.end > REACH ? null : last;
}

/** The first day of the date named last as an anchor; `null` where no day or week is near. */
export function anchorAtLast(scene: Scene, start: number): Anchor | null {
  const last = lastNear(scene, start);
  return last !== null && FINE_ENOUGH.week?.has(last.granularity) ? asAnchor(last) : null;
}

/** The calendar unit that a date lies in, moved by some units; `null` where the date is not fine enough, or too far away. */
export function unitAround(date: DateMention, unit: string, shift: number): Period | null {
  const anchor = FINE_ENOUGH[unit]?.has(date.granularity) ? asAnchor(date) : null;
  if (anchor === null || Math.abs(shift) > MOST_DAYS) return null;
  const period = unit === 'day' ? dayPeriod(anchor.day + shift) : shiftedUnit(anchor, unit, shift);
  return period !== null && isWritableYear(Number(period.from.slice(0, 4))) ? period : null;
}

/** What lies so many days, weeks, months or years from a date: whole weeks from a day are a day again, since they can be counted. */
export function unitsAway(date: DateMention, unit: string, shift: number): Period | null {
  if (date.value.includes('/')) return null;
  const isDay = date.granularity === 'day' || date.granularity === 'time';
  return unit === 'week' && isDay ? unitAround(date, 'day', shift * 7) : unitAround(date, unit, shift);
}
