import { dayNumber, isCivilDay } from '../../../common/calendar/civil.ts';
import { monthNumber } from '../../../common/calendar/english.ts';
import { fullYear } from '../../../common/calendar/full-year.ts';
import { DAY, END } from '../../../common/calendar/patterns.ts';
import { dayPeriod } from '../../../common/calendar/period.ts';
import { absoluteRule, group, type Reading } from '../rule.ts';

function reading(year: number, month: number, day: number, confidence: number): Reading | null {
  const civil = { year, month, day };
  return isCivilDay(civil) ? { period: dayPeriod(dayNumber(civil)), relative: false, confidence } : null;
}

/** `2023-11-12`, `2023/11/12`, `2023.11.12`, with a time behind it or not. */
export const isoDate = absoluteRule({
  name: 'iso-date',
  triggers: ['number'],
  pattern: `(?<year>1[5-9]\\d\\d|2[01]\\d\\d)(?<mark>[-/.])(?<month>\\d\\d)\\k<mark>(?<day>\\d\\d)(?:T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?${END}`,
  read: (match) => reading(Number(group(match, 'year')), Number(group(match, 'month')), Number(group(match, 'day')), 1),
});

/** A year of two digits is one only after words that a date follows: `3/4/27` may be a score or a fraction. */
const BEFORE_DATE = /\b(?:on|by|until|till|since|from|before|after|dated?|of|to|and|ends?|due)\s$|\($/i;

/** `11/30/2023`, `30.11.2023`, `30/11/23`: day first with full stops; else in the text's own order, unless that cannot be. */
export const numericDate = absoluteRule({
  name: 'numeric-date',
  triggers: ['number'],
  pattern: `(?<![\\d./-])(?<one>\\d{1,2})(?<mark>[/.-])(?<two>\\d{1,2})\\k<mark>(?<year>(?:19|20)\\d\\d|\\d\\d)(?![./-]?\\d)${END}`,
  read: (match, { dayFirst, text }) => {
    const [one, two, year] = [Number(group(match, 'one')), Number(group(match, 'two')), fullYear(group(match, 'year'))];
    if (group(match, 'year').length === 2 && !BEFORE_DATE.test(text.slice(Math.max(0, match.index - 8), match.index)))
      return null;
    if (one === two || one > 12) return reading(year, two, one, 0.9);
    if (two > 12) return reading(year, one, two, 0.9);
    if (group(match, 'mark') === '.') return reading(year, two, one, 0.7);
    return dayFirst.value ? reading(year, two, one, dayFirst.confidence) : reading(year, one, two, dayFirst.confidence);
  },
});

const NAMED =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** `13-Jan-2027`, `30-Jun-27`, `13/Jan/2027`, `Jan-13-2027`, `2027-Jan-13`: a month's name between marks. */
export const markedDate = absoluteRule({
  name: 'marked-date',
  triggers: ['number', 'month'],
  pattern: `(?<![\\d./-])(?:(?<day>${DAY})(?:st|nd|rd|th)?(?<mark>[-/.–])${NAMED}\\k<mark>(?<year>\\d{4}|\\d\\d)|${NAMED.replace('<month>', '<first>')}(?<other>[-/])(?<second>${DAY})\\k<other>(?<last>\\d{4})|(?<lead>\\d{4})(?<third>[-/])${NAMED.replace('<month>', '<middle>')}\\k<third>(?<end>${DAY}))${END}`,
  read: (match) => {
    const month = monthNumber(group(match, 'month') || group(match, 'first') || group(match, 'middle'));
    const day = Number(group(match, 'day') || group(match, 'second') || group(match, 'end'));
    const year = fullYear(group(match, 'year') || group(match, 'last') || group(match, 'lead'));
    return month === null ? null : reading(year, month, day, 0.95);
  },
});
