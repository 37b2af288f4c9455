import { cardinal, weekdayNumber } from '../../../common/calendar/english.ts';
import { DAYPART, END, SPACE, WEEKDAY, WEEKS } from '../../../common/calendar/patterns.ts';
import { dayOfWeekday, weekdayInWeek, weeksAway } from '../nearest.ts';
import { type Anchor, group, isCapitalised, type Reading, relativeRule, type Scene } from '../rule.ts';
import { anchorAtLast } from '../units-away.ts';
import { dayOrPart } from './weekdays.ts';

const PART = `(?:${SPACE}(?<part>${DAYPART}))?`;
/** Nobody counts farther in weeks beside a weekday. */
const MOST_WEEKS = 520;

function reading(day: number, match: RegExpExecArray): Reading {
  return { period: dayOrPart(day, group(match, 'part')), relative: true, confidence: 0.85 };
}

/** How many weeks the words count; `null` where they count none, or too many. */
function countOf(match: RegExpExecArray): number | null {
  const count = group(match, 'fortnight') === '' ? cardinal(group(match, 'weeks')) : 2;
  return count === null || count > MOST_WEEKS ? null : count;
}

const ANCHOR_WEEK = `(?<which>last|next|this(?:${SPACE}(?:past|coming))?|past|coming)${SPACE}week`;
const NAMED_WEEK = `(?<named>the${SPACE}(?:following|previous|same)|that(?:${SPACE}same)?)${SPACE}week`;
const FAR_WEEK = `the${SPACE}week${SPACE}(?<far>after${SPACE}next|before${SPACE}last)`;
const COUNTED_WEEK = `(?:in${SPACE}${WEEKS}(?:['’]?s?['’]?${SPACE}time)?|${WEEKS.replaceAll('?<', '?<past')}${SPACE}(?<way>ago|back|earlier|from${SPACE}now|hence))`;

function weekOf(match: RegExpExecArray, anchor: Anchor, scene: Scene, target: number): number | null {
  const which = group(match, 'which').toLowerCase();
  if (which !== '') return weekdayInWeek(anchor, target, weeksAway(anchor, which));
  const named = group(match, 'named').toLowerCase();
  if (named !== '') {
    const last = anchorAtLast(scene, match.index) ?? anchor;
    return weekdayInWeek(last, target, named.endsWith('following') ? 1 : named.endsWith('previous') ? -1 : 0);
  }
  const far = group(match, 'far').toLowerCase();
  if (far !== '') return weekdayInWeek(anchor, target, far.startsWith('after') ? 2 : -2);
  const way = group(match, 'way').toLowerCase();
  const words = { weeks: group(match, 'pastweeks'), fortnight: group(match, 'pastfortnight') };
  const count = way === '' ? countOf(match) : words.fortnight === '' ? cardinal(words.weeks) : 2;
  if (count === null || count > MOST_WEEKS) return null;
  return weekdayInWeek(anchor, target, /^(?:ago|back|earlier)/.test(way) ? -count : count);
}

/** `Tuesday next week`, `Friday of last week`, `Monday in two weeks`, `Thursday the week after next`, `Tuesday week`. */
export const weekdayOfWeek = relativeRule({
  name: 'weekday-of-week',
  triggers: ['weekday'],
  pattern: `(?<weekday>${WEEKDAY})${PART},?${SPACE}(?:(?:of|in)${SPACE})?(?:${ANCHOR_WEEK}|${NAMED_WEEK}|${FAR_WEEK}|${COUNTED_WEEK}|(?<unit>week|fortnight))${END}(?!-)`,
  read: (match, anchor, scene) => {
    const target = weekdayNumber(group(match, 'weekday'));
    if (target === null || !isCapitalised(match[0])) return null;
    const unit = group(match, 'unit').toLowerCase();
    if (unit !== '') return reading(dayOfWeekday(anchor, target, true) + (unit === 'week' ? 7 : 14), match);
    const day = weekOf(match, anchor, scene, target);
    return day === null ? null : reading(day, match);
  },
});

const BASE = `(?:(?<which>next|last|this)${SPACE})?(?<weekday>${WEEKDAY})|(?<word>today|tomorrow|yesterday)`;
const DAY_WORDS: Record<string, number> = { today: 0, tomorrow: 1, yesterday: -1 };

/** `a week on Monday`, `two weeks from Friday`, `a week ago Tuesday`, `a fortnight next Saturday`, `a week tomorrow`. */
export const weeksFromWeekday = relativeRule({
  name: 'weeks-from-weekday',
  triggers: ['count', 'number'],
  pattern: `${WEEKS}${SPACE}(?<ago>ago${SPACE})?(?<join>(?:on|from)${SPACE})?(?:${BASE})${PART}${END}`,
  read: (match, anchor) => {
    const count = countOf(match);
    if (count === null) return null;
    const isAgo = group(match, 'ago') !== '';
    const word = group(match, 'word').toLowerCase();
    if (word !== '') return reading(anchor.day + (DAY_WORDS[word] ?? 0) + (isAgo ? -7 : 7) * count, match);
    const target = weekdayNumber(group(match, 'weekday'));
    if (target === null || !isCapitalised(group(match, 'weekday'))) return null;
    const which = group(match, 'which').toLowerCase();
    const join = group(match, 'join').trim().toLowerCase();
    if (isAgo && join === 'on' && which === '') return reading(weekdayInWeek(anchor, target, -count), match);
    if (isAgo || which === 'last')
      return reading(dayOfWeekday({ day: anchor.day - 1 }, target, false) - 7 * count, match);
    // "A week Monday" begins more than one kind of sentence: only these words make one date of it.
    if (join === '' && which === '') return null;
    const from = which === 'next' ? anchor.day + 1 : anchor.day;
    return reading(dayOfWeekday({ day: from }, target, true) + 7 * count, match);
  },
});
