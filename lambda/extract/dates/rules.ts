import type { DateRule } from './rule.ts';
import { ago, inSomeTime } from './rules/ago.ts';
import { dayMonth, monthDay } from './rules/calendar-days.ts';
import { midPart, namedHour, twelveHours, twentyFourHours } from './rules/clock.ts';
import { dayWord, whichDayPart } from './rules/day-words.ts';
import { century, decade } from './rules/decades.ts';
import { duration, longAs, stretchToNow, vagueDuration } from './rules/durations.ts';
import { holiday } from './rules/holidays.ts';
import { leftOutUnit } from './rules/left-out-unit.ts';
import { bareMonth, monthOfYear, whichMonth } from './rules/months.ts';
import { nthOfMonth } from './rules/nth-of-month.ts';
import { isoDate, markedDate, numericDate } from './rules/numeric-dates.ts';
import { monthQuarter, quarter, quarterCode, sameQuarter } from './rules/quarters.ts';
import { reference } from './rules/references.ts';
import { businessYear, fromLastNamed, laterInTheDay, laterThanLast } from './rules/same-periods.ts';
import { bareSeason, seasonOfYear, whichSeason } from './rules/seasons.ts';
import { howOften, setOfWeekdays } from './rules/sets.ts';
import { weekdayAndNumber } from './rules/weekday-number.ts';
import { weekdayOfWeek, weeksFromWeekday } from './rules/weekday-weeks.ts';
import { bareWeekday, namedAfterWeekday, whichWeekday } from './rules/weekdays.ts';
import { bareWeekend, farPeriod, whichPeriod, yearEnd } from './rules/which-periods.ts';
import { yearEarlier } from './rules/year-earlier.ts';
import { bareYear, fiscalYear, shortYear, spelledYear, yearRange } from './rules/years.ts';

/** All rules, the precise before the general: at each trigger word the first one that reads its match wins. */
export const DATE_RULES: readonly DateRule[] = [
  isoDate,
  numericDate,
  markedDate,
  nthOfMonth,
  setOfWeekdays,
  namedAfterWeekday,
  holiday,
  twelveHours,
  monthQuarter,
  monthDay,
  dayMonth,
  monthOfYear,
  whichMonth,
  bareMonth,
  weekdayAndNumber,
  weekdayOfWeek,
  weeksFromWeekday,
  whichWeekday,
  bareWeekday,
  dayWord,
  whichDayPart,
  quarter,
  quarterCode,
  yearEarlier,
  laterThanLast,
  ago,
  inSomeTime,
  sameQuarter,
  duration,
  seasonOfYear,
  whichSeason,
  bareSeason,
  whichPeriod,
  leftOutUnit,
  farPeriod,
  fromLastNamed,
  laterInTheDay,
  bareWeekend,
  yearEnd,
  fiscalYear,
  businessYear,
  century,
  decade,
  twentyFourHours,
  yearRange,
  bareYear,
  spelledYear,
  shortYear,
  namedHour,
  midPart,
];

/** Rules that are tried after these where lengths of time and repetitions are asked for. */
export const DURATION_RULES: readonly DateRule[] = [vagueDuration, stretchToNow, longAs, howOften, reference];
