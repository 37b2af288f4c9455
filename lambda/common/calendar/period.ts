import type { Granularity } from '../../model/date-mention.ts';
import type { Day } from '../../model/instant.ts';
import { civilDay, dayNumber, formatDay, isoWeek, weekday } from './civil.ts';

/** A stretch of the calendar: its TIMEX3-like value and the half-open interval of days that it covers. */
export interface Period {
  value: string;
  granularity: Granularity;
  from: Day;
  to: Day;
}

const FIRST_YEAR = 1;
const LAST_YEAR = 9998;

/** Seasons by their TIMEX3 code, by the first month of the northern, meteorological season; winter bears the year it ends in. */
const SEASON_START = { SP: 3, SU: 6, FA: 9, WI: 0 } as const;
export type Season = keyof typeof SEASON_START;

const pad = (value: number): string => String(value).padStart(2, '0');
const year4 = (year: number): string => String(year).padStart(4, '0');

/** First day of a month that may lie outside 1 to 12: 0 is December of the year before. */
function monthStart(year: number, month: number): Day {
  const index = year * 12 + month - 1;
  return formatDay({ year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1, day: 1 });
}

/** True for years whose periods can be written with four digits: 1 to 9998. */
export function isWritableYear(year: number): boolean {
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** One day, by its day number. */
export function dayPeriod(number: number): Period {
  const from = formatDay(civilDay(number));
  return { value: from, granularity: 'day', from, to: formatDay(civilDay(number + 1)) };
}

/** A time or part of a day, as `T15:00` or `TMO`. */
export function timePeriod(number: number, time: string): Period {
  const day = dayPeriod(number);
  return { ...day, value: `${day.value}${time}`, granularity: 'time' };
}

/** The ISO week that a day lies in, Monday to Sunday. */
export function weekPeriod(number: number): Period {
  const { year, week } = isoWeek(number);
  const monday = number - ((weekday(number) + 6) % 7);
  return {
    value: `${year4(year)}-W${pad(week)}`,
    granularity: 'week',
    from: formatDay(civilDay(monday)),
    to: formatDay(civilDay(monday + 7)),
  };
}

/** Saturday and Sunday of the ISO week that a day lies in. */
export function weekendPeriod(number: number): Period {
  const week = weekPeriod(number);
  const saturday = number - ((weekday(number) + 6) % 7) + 5;
  return { ...week, value: `${week.value}-WE`, from: formatDay(civilDay(saturday)) };
}

/** A month (1 to 12). */
export function monthPeriod(year: number, month: number): Period {
  return {
    value: `${year4(year)}-${pad(month)}`,
    granularity: 'month',
    from: monthStart(year, month),
    to: monthStart(year, month + 1),
  };
}

/** A quarter (1 to 4). */
export function quarterPeriod(year: number, quarter: number): Period {
  return {
    value: `${year4(year)}-Q${quarter}`,
    granularity: 'quarter',
    from: monthStart(year, quarter * 3 - 2),
    to: monthStart(year, quarter * 3 + 1),
  };
}

/** A half (1 or 2) of a year. */
export function halfPeriod(year: number, half: number): Period {
  return {
    value: `${year4(year)}-H${half}`,
    granularity: 'half',
    from: monthStart(year, half * 6 - 5),
    to: monthStart(year, half * 6 + 1),
  };
}

/** A season of the northern half of the world. */
export function seasonPeriod(year: number, season: Season): Period {
  const month = SEASON_START[season];
  return {
    value: `${year4(year)}-${season}`,
    granularity: 'season',
    from: monthStart(year, month),
    to: monthStart(year, month + 3),
  };
}

/** A whole year. */
export function yearPeriod(year: number): Period {
  return { value: year4(year), granularity: 'year', from: monthStart(year, 1), to: monthStart(year + 1, 1) };
}

/** Ten years; 199 are the 1990s. */
export function decadePeriod(decade: number): Period {
  return {
    value: String(decade).padStart(3, '0'),
    granularity: 'decade',
    from: monthStart(decade * 10, 1),
    to: monthStart(decade * 10 + 10, 1),
  };
}

/** A hundred years; 19 are those from 1900, the twentieth century. */
export function centuryPeriod(century: number): Period {
  return {
    value: pad(century),
    granularity: 'century',
    from: monthStart(century * 100, 1),
    to: monthStart(century * 100 + 100, 1),
  };
}

/** From the first day of one period to the end of another, valued as `first/last`; `null` where the second ends before the first begins. */
export function spanPeriod(first: Period, last: Period): Period | null {
  if (last.to <= first.from || last.from < first.from) return null;
  return { value: `${first.value}/${last.value}`, granularity: first.granularity, from: first.from, to: last.to };
}

/** The same stretch a number of years later (or earlier, when negative): the day of that date, the month, quarter, half, season or year. */
export function yearsLater(period: Pick<Period, 'value' | 'granularity' | 'from'>, years: number): Period | null {
  const year = Number(period.value.slice(0, 4)) + years;
  if (!isWritableYear(year) || period.value.includes('/')) return null;
  const rest = period.value.slice(5);
  switch (period.granularity) {
    case 'year':
      return yearPeriod(year);
    case 'month':
      return monthPeriod(year, Number(rest));
    case 'quarter':
      return quarterPeriod(year, Number(rest.slice(1)));
    case 'half':
      return halfPeriod(year, Number(rest.slice(1)));
    case 'season':
      return seasonPeriod(year, rest as Season);
    case 'day': {
      const month = Number(rest.slice(0, 2));
      const day = Number(rest.slice(3));
      return dayPeriod(dayNumber({ year, month, day: month === 2 ? Math.min(day, 28) : day }));
    }
    default:
      return null;
  }
}
