import { dayNumber, daysInMonth, nthWeekday } from '../../../common/calendar/civil.ts';
import { monthNumber, ordinal, weekdayNumber } from '../../../common/calendar/english.ts';
import { END, MONTH, SPACE, WEEKDAY, YEAR } from '../../../common/calendar/patterns.ts';
import { dayPeriod, type Period, weekendPeriod, weekPeriod } from '../../../common/calendar/period.ts';
import { yearOfMonth } from '../nearest.ts';
import { group, isCapitalised, relativeRule } from '../rule.ts';
import { pointsAhead } from '../tense.ts';

const SATURDAY = 6;
const LAST = -1;

/** The day, week or weekend of that rank in a month; `null` for one that the month has not. */
function nth(rank: number, unit: string, { year, month }: { year: number; month: number }): Period | null {
  const first = dayNumber({ year, month, day: 1 });
  const last = first + daysInMonth(year, month) - 1;
  if (unit === 'week') return weekPeriod(rank === LAST ? last : Math.min(first + (rank - 1) * 7, last));
  if (unit === 'day') return dayPeriod(rank === LAST ? last : first + rank - 1);
  const day = nthWeekday(rank, weekdayNumber(unit) ?? SATURDAY, { year, month });
  if (day > last) return null;
  return unit === 'weekend' ? weekendPeriod(day) : dayPeriod(day);
}

/** `the first Monday of December`, `the last day of March 2027`, `the second week of next month`. */
export const nthOfMonth = relativeRule({
  name: 'nth-of-month',
  triggers: ['ordinal', 'which', 'number'],
  pattern:
    `(?<rank>first|second|third|fourth|fifth|last|final|1st|2nd|3rd|4th|5th)${SPACE}(?<unit>${WEEKDAY}|weekend|week|day)${SPACE}(?:of|in)${SPACE}` +
    `(?:(?:the${SPACE}month${SPACE}of${SPACE})?(?<month>${MONTH})(?:,?${SPACE}(?:of${SPACE})?(?<year>${YEAR}))?|(?<which>this|next|last)${SPACE}month)${END}`,
  read: (match, anchor, scene) => {
    const rank = /^(?:last|final)$/i.test(group(match, 'rank')) ? LAST : ordinal(group(match, 'rank').toLowerCase());
    const unit = group(match, 'unit').toLowerCase();
    if (rank === null) return null;
    const which = group(match, 'which').toLowerCase();
    if (which !== '') {
      const { year, month } = anchor.civil;
      const index = year * 12 + month - 1 + (which === 'next' ? 1 : which === 'last' ? -1 : 0);
      const period = nth(rank, unit, { year: Math.floor(index / 12), month: (index % 12) + 1 });
      return period && { period, relative: true, confidence: 0.8 };
    }
    const month = monthNumber(group(match, 'month'));
    if (month === null || !isCapitalised(group(match, 'month'))) return null;
    const named = group(match, 'year');
    const ahead = pointsAhead(scene.text, match.index, match.index + match[0].length);
    const year = named === '' ? yearOfMonth(anchor, month, ahead) : Number(named);
    const period = nth(rank, unit, { year, month });
    return period && { period, relative: named === '', confidence: 0.8 };
  },
});
