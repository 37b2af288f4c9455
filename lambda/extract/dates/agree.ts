import { dayNumber, parseDay } from '../../common/calendar/civil.ts';
import { dayPeriod, type Period, timePeriod, yearsLater } from '../../common/calendar/period.ts';
import type { DateMention } from '../../model/date-mention.ts';
import { CLOCK_RULES } from './join.ts';
import type { Anchor } from './rule.ts';
import { firstDay } from './rules/clock.ts';

const LONGEST_GAP = 30;
/** What joins the two ends of a range. */
const RANGE = /^\s*(?:to|through|until|till|-|–|—)\s*(?:on\s+|the\s+|early\s+|late\s+|mid-?)*$/i;
/** What joins things of one kind; `between … and` is a range. */
const LIST = /^(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+|\/)(?:on\s+|in\s+|the\s+|early\s+|late\s+|mid-?)*$/i;
const BETWEEN = /\bbetween\s+(?:\S+\s+){0,2}$/i;
const WEEKDAYS = new Set(['bare-weekday']);
/** Weekdays whose week is told: those named before them in one list lie in the same week. */
const OF_WEEK = new Set(['weekday-of-week']);
const MOVED_BY_YEARS = new Set(['bare-month', 'month-day', 'day-month', 'quarter', 'quarter-code', 'bare-season']);

function withDay(date: DateMention, day: number): DateMention {
  const time = /T.*$/.exec(date.value)?.[0];
  return { ...date, ...(time === undefined ? dayPeriod(day) : timePeriod(day, time)) };
}

function withPeriod(date: DateMention, period: Period | null): DateMention {
  return period === null ? date : { ...date, ...period };
}

/** A date without a year takes the last year in which it does not lie after the other one. */
function upTo(date: DateMention, other: DateMention): DateMention {
  const years = Number(other.from.slice(0, 4)) - Number(date.from.slice(0, 4));
  const moved = withPeriod(date, yearsLater(date, years));
  return moved.from <= other.from ? moved : withPeriod(date, yearsLater(date, years - 1));
}

/** The two ends of a range in their order: the first is moved back where it is not to come, else the second forward. */
function inOrder(first: DateMention, second: DateMention, anchor: Anchor): [DateMention, DateMention] {
  if (second.from >= first.from) return [first, second];
  const isComing = firstDay(first) > anchor.day;
  if (WEEKDAYS.has(first.rule) && WEEKDAYS.has(second.rule)) {
    return isComing ? [first, withDay(second, firstDay(second) + 7)] : [withDay(first, firstDay(first) - 7), second];
  }
  if (!MOVED_BY_YEARS.has(first.rule) || !MOVED_BY_YEARS.has(second.rule)) return [first, second];
  return isComing
    ? [first, withPeriod(second, yearsLater(second, 1))]
    : [withPeriod(first, yearsLater(first, -1)), second];
}

function weekStart(date: DateMention): number {
  const civil = parseDay(date.from);
  const day = civil === null ? 0 : dayNumber(civil);
  return day - ((((day + 3) % 7) + 7) % 7);
}

/**
 * Two neighbours of one sentence part, in agreement: the ends of a range stand in their order, a list shares the year or week that its
 * last date names, and hours share its day (`from 9 a.m. to 5 p.m. on Friday`).
 */
export function inAgreement(
  first: DateMention,
  second: DateMention,
  text: string,
  anchor: Anchor | null,
): [DateMention, DateMention] {
  if (anchor === null || second.start - first.end > LONGEST_GAP || first.anchor === null) return [first, second];
  const gap = text.slice(first.end, second.start);
  const isRange =
    RANGE.test(gap) || (/\band\b/i.test(gap) && BETWEEN.test(text.slice(Math.max(0, first.start - 24), first.start)));
  const isSameMoment = gap === ' (';
  if (!isRange && !isSameMoment && !LIST.test(gap)) return [first, second];
  if (CLOCK_RULES.has(first.rule) && !CLOCK_RULES.has(second.rule) && /T\d\d:\d\d$/.test(second.value)) {
    return [withDay(first, firstDay(second)), second];
  }
  if (isSameMoment) return [first, second];
  if (WEEKDAYS.has(first.rule) && OF_WEEK.has(second.rule)) {
    return [withDay(first, weekStart(second) + firstDay(first) - weekStart(first)), second];
  }
  const sharesYear = MOVED_BY_YEARS.has(first.rule) && first.granularity === second.granularity;
  if (sharesYear && second.anchor === null && !second.value.includes('/')) return [upTo(first, second), second];
  return isRange ? inOrder(first, second, anchor) : [first, second];
}
