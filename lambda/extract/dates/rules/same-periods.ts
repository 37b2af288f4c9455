import { cardinal } from '../../../common/calendar/english.ts';
import { COUNT, DAYPART, END, SPACE, YEAR } from '../../../common/calendar/patterns.ts';
import { dayPeriod, type Period, yearPeriod } from '../../../common/calendar/period.ts';
import { absoluteRule, group, relativeRule, type Scene } from '../rule.ts';
import { lastNear, unitAround, unitsAway } from '../units-away.ts';
import { firstDay } from './clock.ts';
import { dayOrPart } from './weekdays.ts';

/** The unit that the last fine enough mention lies in, moved by some units; `null` where nothing near says. */
function unitOfLast(scene: Scene, start: number, unit: string, shift: number): Period | null {
  const last = lastNear(scene, start);
  return last && unitAround(last, unit, shift);
}

/** `later in the day`: the day named last, else the anchor's. */
export const laterInTheDay = relativeRule({
  name: 'later-in-the-day',
  triggers: ['unit'],
  pattern: `day${END}`,
  read: (match, anchor, scene) => {
    const before = scene.text.slice(Math.max(0, match.index - 18), match.index);
    const lead = /(?<![A-Za-z])(?:earlier|later|late|early)\s(?:on\s)?in\sthe\s$/i.exec(before);
    if (lead === null) return null;
    const period = unitOfLast(scene, match.index, 'day', 0) ?? dayPeriod(anchor.day);
    return { period, relative: true, confidence: 0.6, start: match.index - lead[0].length };
  },
});

/** `that year`, `later that same day`, `the following month`, `the next day`, `the previous week`: counted from the date named last. */
export const fromLastNamed = relativeRule({
  name: 'from-last-named',
  triggers: ['which'],
  pattern: `(?<which>that(?:${SPACE}same)?|same|following|next|previous)${SPACE}(?<unit>day|week|month|year|${DAYPART})${END}(?!${SPACE}(?:as|of|when|that)\\b)`,
  read: (match, _anchor, scene) => {
    const which = group(match, 'which').toLowerCase();
    const the = /\bthe\s$/i.test(scene.text.slice(Math.max(0, match.index - 5), match.index));
    if (!which.startsWith('that') && !the) return null;
    const shift = /following|next/.test(which) ? 1 : which === 'previous' ? -1 : 0;
    const unit = group(match, 'unit').toLowerCase();
    const isPart = /^(?:morning|afternoon|evening|night)$/.test(unit);
    const period = unitOfLast(scene, match.index, isPart ? 'day' : unit, shift);
    if (period === null || !isPart) return period && { period, relative: true, confidence: 0.5 };
    return { period: dayOrPart(firstDay(period), unit), relative: true, confidence: 0.5 };
  },
});

/** `two days later`, `three weeks earlier`: counted from the date named last. */
export const laterThanLast = absoluteRule({
  name: 'later-than-last',
  triggers: ['count', 'number'],
  pattern: `(?<count>${COUNT})${SPACE}(?<unit>day|week|month|year)s?${SPACE}(?<which>later|earlier|afterwards?)${END}(?!${SPACE}than\\b)`,
  read: (match, scene) => {
    const count = cardinal(group(match, 'count'));
    const last = lastNear(scene, match.index);
    if (count === null || last === null) return null;
    const shift = /^earlier/i.test(group(match, 'which')) ? -count : count;
    const period = unitsAway(last, group(match, 'unit').toLowerCase(), shift);
    return period && { period, relative: last.anchor !== null, confidence: 0.55 };
  },
});

/** `for the year`, `the full year`, `the latest fiscal year`: the business year in question. */
export const businessYear = relativeRule({
  name: 'business-year',
  triggers: ['unit', 'which'],
  pattern: `(?:(?<latest>latest${SPACE})?fiscal${SPACE}|full${SPACE})?year${END}(?!-|${SPACE}(?:${YEAR}|to|earlier|ago|before|that|when|of|old)\\b)`,
  read: (match, anchor, scene) => {
    const before = scene.text.slice(Math.max(0, match.index - 12), match.index);
    const lead = match[0].length > 4 ? /\b(?:the|full)\s$/i : /\bfor\sthe\s(?:full\s)?$/i;
    if (!lead.test(before)) return null;
    const back = group(match, 'latest') === '' ? 0 : 1;
    return { period: yearPeriod(anchor.civil.year - back), relative: true, confidence: 0.5 };
  },
});
