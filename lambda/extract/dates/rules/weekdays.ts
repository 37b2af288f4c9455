import { weekdayNumber } from '../../../common/calendar/english.ts';
import { DAYPART, END, MONTH, SHORT_WEEKDAY, SPACE, WEEKDAY } from '../../../common/calendar/patterns.ts';
import { dayPeriod, timePeriod } from '../../../common/calendar/period.ts';
import { dayOfWeekday, weekdayInWeek } from '../nearest.ts';
import { absoluteRule, group, isCapitalised, type Reading, relativeRule } from '../rule.ts';
import { pointsAhead } from '../tense.ts';

const PART_CODE: Record<string, string> = { morning: 'TMO', afternoon: 'TAF', evening: 'TEV', night: 'TNI' };
const PART = `(?:${SPACE}(?<part>${DAYPART}))?`;

/** The day, or the part of it that was named. */
export function dayOrPart(day: number, part: string): Reading['period'] {
  const code = PART_CODE[part.toLowerCase()];
  return code === undefined ? dayPeriod(day) : timePeriod(day, code);
}

/** `last Friday`, `next Monday night`, `this coming Sunday`, `this Thursday`, `Monday after next`. */
export const whichWeekday = relativeRule({
  name: 'which-weekday',
  triggers: ['which', 'weekday'],
  pattern: `(?:(?<which>last|next|this(?:${SPACE}(?:past|coming))?|past|coming|previous|following)${SPACE}(?<weekday>${WEEKDAY})|(?<plain>${WEEKDAY})${SPACE}(?<beyond>after${SPACE}next|before${SPACE}last))${PART}${END}`,
  read: (match, anchor) => {
    const target = weekdayNumber(group(match, 'weekday') || group(match, 'plain'));
    if (target === null) return null;
    const beyond = group(match, 'beyond').toLowerCase();
    const which = beyond === '' ? group(match, 'which').toLowerCase() : beyond;
    let day = weekdayInWeek(anchor, target, 0);
    if (/last|past|previous/.test(which)) day = dayOfWeekday({ day: anchor.day - 1 }, target, false);
    else if (/next|coming|following/.test(which)) day = dayOfWeekday({ day: anchor.day + 1 }, target, true);
    if (beyond !== '') day += which.endsWith('next') ? 7 : -7;
    return { period: dayOrPart(day, group(match, 'part')), relative: true, confidence: 0.85 };
  },
});

/** Names that a weekday is only a part of. */
export const namedAfterWeekday = absoluteRule({
  name: 'named-after-weekday',
  triggers: ['weekday'],
  pattern: `${WEEKDAY}${SPACE}(?:Times|Mirror|Telegraph|Express|Mail|World|Post|Night${SPACE}(?:Football|Live)|Herald)${END}`,
  read: (match) => (/\s[A-Z]/.test(match[0]) ? 'refused' : null),
});

/** `Friday`, `Friday night`: the last one, the anchor's own day included, unless the sentence looks ahead. */
export const bareWeekday = relativeRule({
  name: 'bare-weekday',
  triggers: ['weekday'],
  pattern: `(?<weekday>${WEEKDAY}|${SHORT_WEEKDAY}(?=,?\\s(?:\\d|${MONTH}[\\s.])))${PART}${END}`,
  read: (match, anchor, scene) => {
    const target = weekdayNumber(group(match, 'weekday'));
    if (target === null || !isCapitalised(match[0])) return null;
    if (
      /\b(?:Black|Super|Bloody|Ruby|Cyber|Ash|Good)\s+$/.test(
        scene.text.slice(Math.max(0, match.index - 8), match.index),
      )
    )
      return 'refused';
    const ahead = pointsAhead(scene.text, match.index, match.index + match[0].length);
    const day = dayOfWeekday(anchor, target, ahead);
    return { period: dayOrPart(day, group(match, 'part')), relative: true, confidence: 0.8 };
  },
});
