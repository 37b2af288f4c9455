import { weekday } from '../../common/calendar/civil.ts';
import { dayPeriod, timePeriod, yearsLater } from '../../common/calendar/period.ts';
import type { DateMention } from '../../model/date-mention.ts';
import { firstDay } from './rules/clock.ts';

const DAY_RULES = new Set(['bare-weekday', 'which-weekday']);
const WEEK_RULES = new Set(['which-period']);
/** Rules that read a clock alone: their day is told elsewhere. */
export const CLOCK_RULES: ReadonlySet<string> = new Set(['twelve-hours', 'twenty-four-hours', 'named-hour']);
const IN_A_YEAR = new Set(['month', 'quarter', 'half', 'season']);
const LONGEST_GAP = 12;

const isClock = (date: DateMention): boolean => /T\d\d:\d\d$/.test(date.value);
const isDay = (date: DateMention): boolean =>
  date.granularity === 'day' || (date.granularity === 'time' && !isClock(date));

function withPeriod(
  first: DateMention,
  second: DateMention,
  taken: DateMention,
  text: string,
  period: object,
): DateMention {
  const { start } = first;
  const { end } = second;
  const anchor = taken.anchor ?? null;
  return { ...taken, ...period, text: text.slice(start, end), start, end, anchor };
}

/** A weekday in the week that stands before it. */
function weekdayIn(week: DateMention, day: DateMention): object {
  const target = firstDay(week) + ((weekday(firstDay(day)) + 6) % 7);
  const time = day.value.indexOf('T');
  return time < 0 ? dayPeriod(target) : timePeriod(target, day.value.slice(time));
}

/** A time with the same moment by another clock in brackets behind it, as `5 p.m. (2200 GMT)`: one mention; `null` for others. */
export function withOtherClock(first: DateMention, second: DateMention, text: string): DateMention | null {
  if (!CLOCK_RULES.has(second.rule)) return null;
  if (!/T\d\d:\d\d$/.test(first.value) || !/T\d\d:\d\d$/.test(second.value) || text.charAt(second.end) !== ')')
    return null;
  if (second.start - first.end > 3 || !/^\s?\($/.test(text.slice(first.end, second.start))) return null;
  const end = second.end + 1;
  return { ...first, text: text.slice(first.start, end), end };
}

function withTime(day: DateMention, clock: DateMention): object {
  return timePeriod(firstDay(day), clock.value.slice(clock.value.indexOf('T')));
}

/** Two neighbours that speak of one date as one mention (`10 p.m. Friday`, `Friday, Nov. 10`, `third quarter of last year`), or `null`. */
export function joined(first: DateMention, second: DateMention, text: string): DateMention | null {
  if (second.start - first.end > LONGEST_GAP) return null;
  const gap = text.slice(first.end, second.start);
  if (isClock(first) && isDay(second) && /^,?\s+(?:on\s+)?$/i.test(gap)) {
    return withPeriod(first, second, second, text, withTime(second, first));
  }
  if (isDay(first) && isClock(second) && /^,?\s+(?:(?:at|around|about|by|from)\s+)?$/i.test(gap)) {
    return withPeriod(first, second, first, text, withTime(first, second));
  }
  if (DAY_RULES.has(first.rule) && second.granularity === 'day' && /^(?:,?\s+(?:the\s+)?|\s\()$/.test(gap)) {
    return DAY_RULES.has(second.rule) ? null : withPeriod(first, second, second, text, {});
  }
  if (first.granularity === 'week' && WEEK_RULES.has(first.rule) && second.rule === 'bare-weekday') {
    return /^,?\s+(?:on\s+)?$/i.test(gap) ? withPeriod(first, second, second, text, weekdayIn(first, second)) : null;
  }
  if (IN_A_YEAR.has(first.granularity) && second.granularity === 'year' && /^,?\s+(?:of\s+)?(?:the\s+)?$/.test(gap)) {
    return inYear(first, second, first, second, text);
  }
  if (first.granularity === 'year' && IN_A_YEAR.has(second.granularity) && /^(?:['’]s)?\s+$/.test(gap)) {
    return inYear(first, second, second, first, text);
  }
  return null;
}

function inYear(first: DateMention, second: DateMention, part: DateMention, year: DateMention, text: string) {
  if (part.value.includes('/') || year.value.includes('/')) return null;
  const period = yearsLater(part, Number(year.value) - Number(part.value.slice(0, 4)));
  return period === null ? null : withPeriod(first, second, { ...part, anchor: year.anchor }, text, period);
}
