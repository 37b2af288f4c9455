import { dayNumber, isCivilDay } from '../../../common/calendar/civil.ts';
import { END } from '../../../common/calendar/patterns.ts';
import { dayPeriod } from '../../../common/calendar/period.ts';
import { absoluteRule, group, type Reading } from '../rule.ts';

function reading(year: number, month: number, day: number, confidence: number): Reading | null {
  const civil = { year, month, day };
  return isCivilDay(civil) ? { period: dayPeriod(dayNumber(civil)), relative: false, confidence } : null;
}

/** `2023-11-12`, `2023/11/12`, with a time behind it or not. */
export const isoDate = absoluteRule({
  name: 'iso-date',
  triggers: ['number'],
  pattern: `(?<year>1[5-9]\\d\\d|2[01]\\d\\d)(?<mark>[-/.])(?<month>\\d\\d)\\k<mark>(?<day>\\d\\d)(?:T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?${END}`,
  read: (match) => reading(Number(group(match, 'year')), Number(group(match, 'month')), Number(group(match, 'day')), 1),
});

/** `11/30/2023`, `30.11.2023`: day first with full stops; else in the text's own order, unless that cannot be. */
export const numericDate = absoluteRule({
  name: 'numeric-date',
  triggers: ['number'],
  pattern: `(?<one>\\d{1,2})(?<mark>[/.-])(?<two>\\d{1,2})\\k<mark>(?<year>(?:19|20)\\d\\d)(?!\\.\\d)${END}`,
  read: (match, { dayFirst }) => {
    const [one, two, year] = [Number(group(match, 'one')), Number(group(match, 'two')), Number(group(match, 'year'))];
    if (one === two || one > 12) return reading(year, two, one, 0.9);
    if (two > 12) return reading(year, one, two, 0.9);
    if (group(match, 'mark') === '.') return reading(year, two, one, 0.7);
    return dayFirst.value ? reading(year, two, one, dayFirst.confidence) : reading(year, one, two, dayFirst.confidence);
  },
});
