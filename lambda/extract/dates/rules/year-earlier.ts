import { dayNumber, parseDay } from '../../../common/calendar/civil.ts';
import { END, SPACE } from '../../../common/calendar/patterns.ts';
import { type Period, yearsLater } from '../../../common/calendar/period.ts';
import { relativeRule, type Scene } from '../rule.ts';
import { shiftedUnit } from './which-periods.ts';

const REACH = 8;
const COMPARABLE = new Set(['quarter', 'half', 'month']);
const COMPARISONS = new Set(['year-earlier', 'ago']);
/** Stretches of months whose comparison is with the year before, whatever quarter was named earlier. */
const OTHER_STRETCH = /\b(?:six|nine|6|9)[\s-]months?\b/i;
const NEAR = 220;

/** How far results of a period can be known at the anchor's day: all, some or none of it is over. */
function progress(scene: Scene, period: Period): 'over' | 'begun' | 'ahead' {
  const [first, next] = [parseDay(period.from), parseDay(period.to)];
  if (scene.anchor === null || first === null || next === null) return 'over';
  if (dayNumber(next) <= scene.anchor.day) return 'over';
  return dayNumber(first) <= scene.anchor.day ? 'begun' : 'ahead';
}

/** Words before a date that make it the other side of a comparison: `up from 3 million in the first quarter of 2025`. */
const COMPARED = /\b(?:from|versus|vs\.?|against|compared\s(?:with|to)|than)\s(?:[^;\n]{0,40}\s)?(?:the\s)?$/i;

/** The quarter, half or month that the text compares at a place, one year before; `null` where it speaks of none. */
export function yearBefore(scene: Scene, start: number): Period | null {
  let begun: Period | null = null;
  for (let index = scene.dates.length - 1; index >= 0 && index > scene.dates.length - REACH; index--) {
    const date = scene.dates[index];
    if (date === undefined || COMPARISONS.has(date.rule) || date.value.includes('/')) continue;
    if (!COMPARABLE.has(date.granularity)) continue;
    if (index > 0 && date.anchor === null && COMPARED.test(scene.text.slice(Math.max(0, date.start - 60), date.start)))
      continue;
    if (OTHER_STRETCH.test(scene.text.slice(Math.max(date.end, start - NEAR), start))) return null;
    if (date.granularity !== 'quarter' && index < scene.dates.length - 1) continue;
    const known = progress(scene, date);
    if (known === 'over') return yearsLater(date, -1);
    if (known === 'begun') begun ??= date;
  }
  // Business years differ: a quarter of the calendar may have closed for the company.
  return begun && yearsLater(begun, -1);
}

/** `a year earlier`, `the year-ago period`, `the same quarter last year`: what was compared, one year before. */
export const yearEarlier = relativeRule({
  name: 'year-earlier',
  triggers: ['count', 'unit', 'which'],
  pattern:
    `(?:(?:a|one)${SPACE}year${SPACE}(?:earlier|before)|year-(?:earlier|ago|before)|last${SPACE}year['’]s(?=${SPACE}quarter)|` +
    `(?:same|corresponding|comparable)${SPACE}(?:quarter|period|month)(?:${SPACE}(?:of|in))?${SPACE}(?:last${SPACE}year|the${SPACE}(?:previous|prior)${SPACE}year|a${SPACE}year${SPACE}(?:earlier|ago|before)))` +
    `(?:${SPACE}(?:(?:first|second|third|fourth)${SPACE})?(?:quarter|period))?${END}`,
  read: (match, anchor, scene) => {
    const period = yearBefore(scene, match.index) ?? shiftedUnit(anchor, 'year', -1);
    return period === null ? null : { period, relative: true, confidence: 0.6 };
  },
});
