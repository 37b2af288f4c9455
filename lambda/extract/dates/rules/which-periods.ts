import { weekday } from '../../../common/calendar/civil.ts';
import { END, SPACE, YEAR } from '../../../common/calendar/patterns.ts';
import {
  centuryPeriod,
  decadePeriod,
  halfPeriod,
  monthPeriod,
  type Period,
  quarterPeriod,
  weekendPeriod,
  weekPeriod,
  yearPeriod,
} from '../../../common/calendar/period.ts';
import { weeksAway } from '../nearest.ts';
import { type Anchor, group, relativeRule } from '../rule.ts';
import { tenseAt } from '../tense.ts';

/** The unit of the calendar that lies a number of units from the anchor's own. */
export function shiftedUnit(anchor: Anchor, unit: string, shift: number): Period | null {
  const { year, month } = anchor.civil;
  switch (unit) {
    case 'week':
      return weekPeriod(anchor.day + shift * 7);
    case 'weekend':
      return weekendPeriod(anchor.day + shift * 7);
    case 'month': {
      const index = year * 12 + month - 1 + shift;
      return monthPeriod(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1);
    }
    case 'quarter': {
      const index = year * 4 + Math.floor((month - 1) / 3) + shift;
      return quarterPeriod(Math.floor(index / 4), (((index % 4) + 4) % 4) + 1);
    }
    case 'half': {
      const index = year * 2 + (month > 6 ? 1 : 0) + shift;
      return halfPeriod(Math.floor(index / 2), (((index % 2) + 2) % 2) + 1);
    }
    case 'year':
      return yearPeriod(year + shift);
    case 'decade':
      return decadePeriod(Math.floor(year / 10) + shift);
    case 'century':
      return centuryPeriod(Math.floor(year / 100) + shift);
    default:
      return null;
  }
}

/** `last week`, `this month`, `earlier this year`, `next fiscal year`, `the current quarter`, `this weekend`. */
export const whichPeriod = relativeRule({
  name: 'which-period',
  triggers: ['which'],
  pattern: `(?<which>last|this(?:${SPACE}(?:past|coming))?|next|coming|current|previous|same)${SPACE}(?:(?:fiscal|calendar|financial|school)${SPACE})?(?<unit>week|weekend|month|quarter|half|year|decade|century)(?:[-${'–'}]end)?${END}`,
  read: (match, anchor, scene) => {
    const which = group(match, 'which').toLowerCase();
    const unit = group(match, 'unit').toLowerCase();
    if (which === 'same' || (which === 'previous' && unit !== 'year' && unit !== 'quarter')) return null;
    const before = scene.text.slice(Math.max(0, match.index - 10), match.index);
    // "the last week", "over the next year" are stretches that end or begin now, not units of the calendar.
    if (/\bthe\s$/i.test(before) && /^(?:last|next)$/.test(which) && unit !== 'century') return null;
    const plain = /last|past|previous/.test(which) ? -1 : /next|coming/.test(which) ? 1 : 0;
    const shift = unit === 'week' ? weeksAway(anchor, which) : plain;
    const period = shiftedUnit(anchor, unit, shift);
    return period === null ? null : { period, relative: true, confidence: 0.9 };
  },
});

/** `the week after next`, `the year before last`. */
export const farPeriod = relativeRule({
  name: 'far-period',
  triggers: ['unit'],
  pattern: `(?<unit>week|weekend|month|quarter|year)${SPACE}(?<way>after${SPACE}next|before${SPACE}last)${END}`,
  read: (match, anchor) => {
    const shift = /^after/i.test(group(match, 'way')) ? 2 : -2;
    const period = shiftedUnit(anchor, group(match, 'unit').toLowerCase(), shift);
    return period && { period, relative: true, confidence: 0.85 };
  },
});

/** `the weekend`: the one in or just before the anchor's week. */
export const bareWeekend = relativeRule({
  name: 'bare-weekend',
  triggers: ['unit'],
  pattern: `weekend${END}(?!${SPACE}of\\b)`,
  read: (match, anchor, scene) => {
    if (!/\bthe\s$/i.test(scene.text.slice(Math.max(0, match.index - 5), match.index))) return null;
    const day = weekday(anchor.day);
    const tense = tenseAt(scene.text, match.index, match.index + match[0].length);
    const past = tense !== 'ahead' && day >= 1 && day <= (tense === 'past' ? 5 : 4);
    return { period: weekendPeriod(anchor.day - (past ? 7 : 0)), relative: true, confidence: 0.6 };
  },
});

/** `year-end`, `the end of the year`. */
export const yearEnd = relativeRule({
  name: 'year-end',
  triggers: ['unit'],
  pattern: `(?<unit>year|month)(?:[-\\s]end)?${END}(?!${SPACE}${YEAR})`,
  read: (match, anchor, scene) => {
    const before = scene.text.slice(Math.max(0, match.index - 20), match.index);
    const closing =
      /\b(?:end|middle|beginning|start|part|rest|remainder|half|course|days?|weeks?|months|quarters?)\s+of\s+the\s$/i.test(
        before,
      );
    if (!closing && match[0].length < 8) return null;
    const period = shiftedUnit(anchor, group(match, 'unit').toLowerCase(), 0);
    return period === null ? null : { period, relative: true, confidence: 0.7 };
  },
});
