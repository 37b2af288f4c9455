import { monthNumber, ordinal } from '../../../common/calendar/english.ts';
import { END, MONTH, SPACE, YEAR } from '../../../common/calendar/patterns.ts';
import { halfPeriod, type Period, quarterPeriod, yearsLater } from '../../../common/calendar/period.ts';
import { yearOfMonth } from '../nearest.ts';
import { type Anchor, absoluteRule, group, isCapitalised, type Reading, relativeRule, type Scene } from '../rule.ts';
import { pointsAhead } from '../tense.ts';
import { firstDay } from './clock.ts';
import { shiftedUnit } from './which-periods.ts';

/** The last quarter or half of that number that has begun, or the next one that has not ended where the sentence looks ahead. */
function nearestPart(anchor: Anchor, part: number, size: 3 | 6, ahead: boolean): Period {
  const { year, month } = anchor.civil;
  const current = Math.ceil(month / size);
  const build = size === 3 ? quarterPeriod : halfPeriod;
  // The quarter just over is the one whose figures are still to come.
  const justOver = size === 3 && (current + 3) % 4 === part % 4;
  if (ahead && !justOver) return build(part < current ? year + 1 : year, part);
  return build(part > current ? year - 1 : year, part);
}

const REACH = 12;

/** `third quarter`, `fiscal fourth-quarter`, `first half of 2023`, `second quarter 2023`. */
export const quarter = absoluteRule({
  name: 'quarter',
  triggers: ['ordinal', 'number', 'unit'],
  pattern: `(?:fiscal${SPACE})?(?<rank>first|second|third|fourth|final|1st|2nd|3rd|4th)[-\\s](?:(?:fiscal|financial)${SPACE})?(?<unit>quarter|half)(?:,?${SPACE}(?:of${SPACE})?(?:fiscal${SPACE})?(?<year>${YEAR}))?(?![\\d-])${END}`,
  read: (match, scene) => {
    const half = group(match, 'unit').toLowerCase() === 'half';
    const rank = group(match, 'rank').toLowerCase();
    const part = rank === 'final' ? (half ? 2 : 4) : (ordinal(rank) ?? 0);
    const year = group(match, 'year');
    if (
      half &&
      (part > 2 ||
        (year === '' && !/^\s+of\s+(?:the|this|last|next)\s+(?:fiscal\s+)?year\b/i.test(following(match, scene))))
    )
      return 'refused';
    if (year !== '') {
      const period = half ? halfPeriod(Number(year), part) : quarterPeriod(Number(year), part);
      return { period, relative: false, confidence: 0.95 };
    }
    if (scene.anchor === null) return null;
    const ahead = pointsAhead(scene.text, match.index, match.index + match[0].length);
    return { period: nearestPart(scene.anchor, part, half ? 6 : 3, ahead), relative: true, confidence: 0.75 };
  },
});

function following(match: RegExpExecArray, scene: Scene): string {
  return scene.text.slice(match.index + match[0].length, match.index + match[0].length + 30);
}

/** `Q3`, `Q3 2023`, `Q1 FY24`, `H1 2023`. */
export const quarterCode = absoluteRule({
  name: 'quarter-code',
  triggers: ['code', 'number'],
  pattern: `(?:(?<unit>[QH])(?<part>[1-4])|(?<rank>[1-4])(?<code>[QH])(?=\\d\\d|['’\\s]))(?:['’\\s]{0,2}(?:of${SPACE})?(?:FY${SPACE}?)?['’]?(?<year>${YEAR}|\\d\\d))?(?![\\d%]|[.,:]\\d)${END}`,
  read: (match, scene): Reading | null => {
    const half = /^[1-4]?H/.test(match[0]);
    const part = Number(group(match, 'part') || group(match, 'rank'));
    const year = group(match, 'year');
    if (!/^[1-4]?[QH]/.test(match[0]) || (half && (part > 2 || year === ''))) return null;
    if (year !== '') {
      const number = year.length === 2 ? 2000 + Number(year) : Number(year);
      return {
        period: half ? halfPeriod(number, part) : quarterPeriod(number, part),
        relative: false,
        confidence: 0.9,
      };
    }
    if (scene.anchor === null) return null;
    const ahead = pointsAhead(scene.text, match.index, match.index + match[0].length);
    return { period: nearestPart(scene.anchor, part, 3, ahead), relative: true, confidence: 0.75 };
  },
});

/** `the March quarter`, `the October-December quarter`: the three months that end with it. */
export const monthQuarter = relativeRule({
  name: 'month-quarter',
  triggers: ['month'],
  pattern: `(?<![A-Za-z][-–])(?:(?<first>${MONTH})\\s?[-–]\\s?)?(?<month>March|June|September|December)[-\\s]quarter(?:,?${SPACE}(?:of${SPACE})?(?<year>${YEAR}))?${END}`,
  read: (match, anchor, scene) => {
    const month = monthNumber(group(match, 'month'));
    const first = monthNumber(group(match, 'first'));
    if (month === null || !isCapitalised(match[0]) || (first !== null && first !== month - 2)) return null;
    const named = group(match, 'year');
    const ahead = pointsAhead(scene.text, match.index, match.index + match[0].length);
    const year = named === '' ? yearOfMonth(anchor, month, ahead) : Number(named);
    return { period: quarterPeriod(year, month / 3), relative: named === '', confidence: 0.8 };
  },
});

/** The quarter that the text speaks of: the last one named that is not of the year before (where its results are out: that is over, if any is), else the one that ended before the anchor's. */
function currentQuarter(scene: Scene, anchor: Anchor, isKnown: boolean): Period | null {
  let named: Period | null = null;
  for (let index = scene.dates.length - 1; index >= 0 && index > scene.dates.length - REACH; index--) {
    const date = scene.dates[index];
    if (date?.granularity !== 'quarter' || date.value.includes('/') || /^(?:ago|year-earlier)$/.test(date.rule))
      continue;
    const { value, granularity, from, to } = date;
    named ??= { value, granularity, from, to };
    if (!isKnown || firstDay({ from: to }) <= anchor.day) return { value, granularity, from, to };
  }
  return named ?? shiftedUnit(anchor, 'quarter', -1);
}

/** The quarter whose last day was named; one that ends in the first month of a calendar quarter lies mostly in the one before. */
function quarterEnding(anchor: Anchor, month: number): Period {
  const year = yearOfMonth(anchor, month, false);
  return month === 1 ? quarterPeriod(year - 1, 4) : quarterPeriod(year, Math.ceil((month - 1) / 3));
}

/** `the quarter`, `the latest period`, `the quarter ended Sept. 30`, `the 1988 quarter`: the quarter in question. */
export const sameQuarter = relativeRule({
  name: 'same-quarter',
  triggers: ['unit', 'number'],
  pattern: `(?:(?<year>${YEAR})${SPACE})?(?:quarter|period)${END}(?:${SPACE}(?=(?:that${SPACE})?end(?:ed|ing)${SPACE}(?<month>${MONTH})\\b))?`,
  read: (match, anchor, scene) => {
    const before = scene.text.slice(Math.max(0, match.index - 24), match.index);
    const words = match[0].trimEnd().toLowerCase();
    const lead = words.endsWith('period') ? /\b(?:latest)\s$/i : /\b(?:the|latest|recent)\s$/i;
    const year = group(match, 'year');
    if (
      !(year === '' ? lead : /\bthe\s$/i).test(before) ||
      /^\s+(?:of\s+a|century|of\s+the\b|mile|note)/i.test(following(match, scene))
    )
      return null;
    const month = monthNumber(group(match, 'month'));
    const period =
      month === null ? currentQuarter(scene, anchor, /\blatest\s$/i.test(before)) : quarterEnding(anchor, month);
    const moved =
      year === '' || period === null ? period : yearsLater(period, Number(year) - Number(period.value.slice(0, 4)));
    return moved === null ? null : { period: moved, relative: true, confidence: 0.5 };
  },
});
