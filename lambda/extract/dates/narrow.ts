import { civilDay, dayNumber, parseDay } from '../../common/calendar/civil.ts';
import { cardinal } from '../../common/calendar/english.ts';
import { COUNT } from '../../common/calendar/patterns.ts';
import {
  dayPeriod,
  decadePeriod,
  halfPeriod,
  monthPeriod,
  type Period,
  quarterPeriod,
  spanPeriod,
  yearPeriod,
} from '../../common/calendar/period.ts';
import type { DateMention } from '../../model/date-mention.ts';

const LONGEST = 60;
const UNIT = '(?<unit>day|week|month|quarter|year|decade)s?';
const PART = new RegExp(
  `(?<![A-Za-z])(?:the\\s)?(?<which>first|last|final|opening|closing)\\s(?:(?<count>${COUNT})\\s)?${UNIT}\\s(?:of|in)\\s(?:the\\s)?$`,
  'i',
);
const HALF = /(?<![A-Za-z])(?:the\s)?(?<which>first|second)\shalf\sof\s(?:the\s)?$/i;
const MONTHS: Record<string, number> = { month: 1, quarter: 3, year: 12, decade: 120 };
/** Nobody counts more parts of a period: a century has a hundred years, a year 366 days. */
const MOST = 366;
const CAN_BE_CUT = new Set(['week', 'month', 'quarter', 'half', 'season', 'year', 'decade', 'century']);

interface Cut {
  fromEnd: boolean;
  count: number;
}

function bounds(date: Period): { first: number; next: number } {
  const [first, next] = [parseDay(date.from), parseDay(date.to)];
  return { first: first === null ? 0 : dayNumber(first), next: next === null ? 1 : dayNumber(next) };
}

/** `count` days from the beginning or the end; one day is that day. */
function daysOf(date: Period, { fromEnd, count }: Cut): Period | null {
  const { first, next } = bounds(date);
  if (count > next - first) return null;
  const start = fromEnd ? next - count : first;
  return count === 1 ? dayPeriod(start) : spanPeriod(dayPeriod(start), dayPeriod(start + count - 1));
}

/** `count` months, quarters or years from the beginning or the end of what begins and ends with one. */
function unitsOf(date: Period, unit: string, { fromEnd, count }: Cut): Period | null {
  const { first, next } = bounds(date);
  const [begin, end] = [civilDay(first), civilDay(next)];
  const size = MONTHS[unit] ?? 1;
  const from = (begin.year * 12 + begin.month - 1) / size;
  const to = (end.year * 12 + end.month - 1) / size;
  if (begin.day !== 1 || !Number.isInteger(from) || !Number.isInteger(to) || count > to - from) return null;
  const build = (index: number): Period => {
    if (unit === 'year') return yearPeriod(index);
    if (unit === 'decade') return decadePeriod(index);
    const perYear = 12 / size;
    const year = Math.floor(index / perYear);
    return size === 1 ? monthPeriod(year, (index % 12) + 1) : quarterPeriod(year, (index % 4) + 1);
  };
  const start = fromEnd ? to - count : from;
  if (unit === 'quarter' && count === 2 && start % 2 === 0)
    return halfPeriod(Math.floor(start / 4), (start % 4) / 2 + 1);
  return count === 1 ? build(start) : spanPeriod(build(start), build(start + count - 1));
}

function halfOf(date: Period, isSecond: boolean): Period | null {
  if (date.granularity === 'year') return halfPeriod(Number(date.value), isSecond ? 2 : 1);
  if (date.granularity !== 'month') return null;
  const { first, next } = bounds(date);
  const [start, end] = isSecond ? [first + 15, next - 1] : [first, first + 14];
  return spanPeriod(dayPeriod(start), dayPeriod(end));
}

/** The part of a period that the words before it cut out (`the first nine months of 2026`, `the last three days of October`), or `null`. */
export function narrowed(date: DateMention, text: string, floor: number): DateMention | null {
  if (!CAN_BE_CUT.has(date.granularity) || date.value.includes('/')) return null;
  const begin = Math.max(floor, date.start - LONGEST);
  const before = text.slice(begin, date.start);
  const half = HALF.exec(before);
  const match = half ?? PART.exec(before);
  if (match === null) return null;
  const { which = '', count, unit = '' } = match.groups ?? {};
  const number = count === undefined ? 1 : cardinal(count);
  if (number === null || number > MOST) return null;
  const cut = { fromEnd: /^(?:last|final|closing)$/i.test(which), count: number };
  const period = half === null ? partOf(date, unit.toLowerCase(), cut) : halfOf(date, /^second$/i.test(which));
  if (period === null) return null;
  const start = begin + match.index;
  const role = period.value.includes('/') ? ('range' as const) : date.role;
  return { ...date, ...period, text: text.slice(start, date.end), start, rule: 'part-of-period', role };
}

function partOf(date: Period, unit: string, cut: Cut): Period | null {
  if (unit === 'day') return daysOf(date, cut);
  return unit === 'week' ? daysOf(date, { ...cut, count: cut.count * 7 }) : unitsOf(date, unit, cut);
}
