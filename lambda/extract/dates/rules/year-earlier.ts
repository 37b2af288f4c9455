import { END, SPACE } from '../../../common/calendar/patterns.ts';
import { type Period, yearsLater } from '../../../common/calendar/period.ts';
import { relativeRule, type Scene } from '../rule.ts';
import { shiftedUnit } from './which-periods.ts';

const REACH = 8;
const COMPARABLE = new Set(['quarter', 'half', 'month']);
const COMPARISONS = new Set(['year-earlier', 'ago']);

/** The quarter, half or month that the text compares, one year before; `null` where it speaks of none. */
export function yearBefore(scene: Scene): Period | null {
  for (let index = scene.dates.length - 1; index >= 0 && index > scene.dates.length - REACH; index--) {
    const date = scene.dates[index];
    if (date === undefined || COMPARISONS.has(date.rule) || date.value.includes('/')) continue;
    if (date.granularity === 'quarter') return yearsLater(date, -1);
    if (COMPARABLE.has(date.granularity) && index === scene.dates.length - 1) return yearsLater(date, -1);
  }
  return null;
}

/** `a year earlier`, `the year-ago period`, `the same quarter last year`: what was compared, one year before. */
export const yearEarlier = relativeRule({
  name: 'year-earlier',
  triggers: ['count', 'unit', 'which'],
  pattern:
    `(?:(?:a|one)${SPACE}year${SPACE}(?:earlier|before)|year-(?:earlier|ago|before)|last${SPACE}year['’]s(?=${SPACE}quarter)|` +
    `(?:same|corresponding|comparable)${SPACE}(?:quarter|period)(?:${SPACE}(?:of|in))?${SPACE}(?:last${SPACE}year|the${SPACE}(?:previous|prior)${SPACE}year|a${SPACE}year${SPACE}(?:earlier|ago|before)))` +
    `(?:${SPACE}(?:(?:first|second|third|fourth)${SPACE})?(?:quarter|period))?${END}`,
  read: (_match, anchor, scene) => {
    const period = yearBefore(scene) ?? shiftedUnit(anchor, 'year', -1);
    return period === null ? null : { period, relative: true, confidence: 0.6 };
  },
});
