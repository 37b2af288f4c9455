import { cardinal } from '../../../common/calendar/english.ts';
import { COUNT, END, SPACE } from '../../../common/calendar/patterns.ts';
import { dayPeriod, isWritableYear, type Period, yearPeriod } from '../../../common/calendar/period.ts';
import { group, relativeRule } from '../rule.ts';
import { pointsAhead } from '../tense.ts';
import { shiftedUnit } from './which-periods.ts';
import { yearBefore } from './year-earlier.ts';

const UNIT = '(?<unit>day|week|month|quarter|year|decade)s?';

/** `two years ago`, `a week ago`, `ten days ago`, `three weeks from now`. */
export const ago = relativeRule({
  name: 'ago',
  triggers: ['number', 'count'],
  pattern: `(?<count>${COUNT})${SPACE}${UNIT}${SPACE}(?<which>ago|back|from${SPACE}(?:now|today))${END}`,
  read: (match, anchor, scene) => {
    const count = cardinal(group(match, 'count'));
    if (count === null) return null;
    const unit = group(match, 'unit').toLowerCase();
    const shift = /^from/i.test(group(match, 'which')) ? count : -count;
    if (unit === 'decade') {
      const year = anchor.civil.year + shift * 10;
      return isWritableYear(year) ? { period: yearPeriod(year), relative: true, confidence: 0.7 } : 'refused';
    }
    if (unit === 'year' && count === 1 && shift < 0) {
      const quarterly = yearBefore(scene, match.index);
      if (quarterly !== null) return { period: quarterly, relative: true, confidence: 0.6 };
    }
    const period = unit === 'day' ? dayInReach(anchor.day + shift) : shiftedUnit(anchor, unit, shift);
    if (period === null || !isWritableYear(Number(period.from.slice(0, 4)))) return 'refused';
    return { period, relative: true, confidence: 0.85 };
  },
});

function dayInReach(day: number): Period | null {
  return Math.abs(day) < 700_000 ? dayPeriod(day) : null;
}

/** `in three weeks`, `in 10 days`, where the sentence looks ahead. */
export const inSomeTime = relativeRule({
  name: 'in-some-time',
  triggers: ['number', 'count'],
  pattern: `(?<=\\bin${SPACE})(?<count>${COUNT})${SPACE}${UNIT}(?<possessive>['’]${SPACE}time)?${END}`,
  read: (match, anchor, scene) => {
    const count = cardinal(group(match, 'count'));
    if (count === null || /^an?\s+quarter/i.test(match[0])) return null;
    if (group(match, 'possessive') === '' && !pointsAhead(scene.text, match.index, match.index + match[0].length))
      return 'refused';
    const unit = group(match, 'unit').toLowerCase();
    const period = unit === 'day' ? dayInReach(anchor.day + count) : shiftedUnit(anchor, unit, count);
    return period === null || !isWritableYear(Number(period.from.slice(0, 4)))
      ? 'refused'
      : { period, relative: true, confidence: 0.5 };
  },
});
