import { DAYPART, END, SPACE } from '../../../common/calendar/patterns.ts';
import { timePeriod } from '../../../common/calendar/period.ts';
import { group, relativeRule } from '../rule.ts';
import { dayOrPart } from './weekdays.ts';

const OFFSET: Record<string, number> = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 };

/** What `today's` makes a matter of these times instead of the day. Data. */
const OF_THESE_TIMES =
  /^['’]s\s+(?:\w+\s+)?(?:world|society|youth|children|kids|parents|women|men|consumers|economy|culture|generation|standards|technology|computers|cars|students|families|workers|prices)\b/i;

/** `today`, `yesterday morning`, `the day before yesterday`, `tomorrow`, `tonight`. */
export const dayWord = relativeRule({
  name: 'day-word',
  triggers: ['day', 'unit'],
  pattern: `(?:(?<shift>day${SPACE}(?:before|after))${SPACE})?(?<word>today|yesterday|tomorrow|tonight)(?:${SPACE}(?<part>${DAYPART}))?${END}`,
  read: (match, anchor, scene) => {
    const word = group(match, 'word').toLowerCase();
    const before = scene.text.slice(Math.max(0, match.index - 8), match.index);
    if (word === 'today' && /[A-Z][\w.'’]*\s$/.test(before) && match[0].startsWith('T')) return 'refused';
    const after = scene.text.slice(match.index + match[0].length, match.index + match[0].length + 40);
    if (word === 'today' && OF_THESE_TIMES.test(after)) return 'refused';
    if (word === 'tomorrow' && /\bof\s$/i.test(before)) return 'refused';
    const shift = group(match, 'shift').toLowerCase();
    const day = anchor.day + (OFFSET[word] ?? 0) + (shift === '' ? 0 : shift.endsWith('before') ? -1 : 1);
    const period = word === 'tonight' ? timePeriod(day, 'TNI') : dayOrPart(day, group(match, 'part'));
    return { period, relative: true, confidence: 0.95 };
  },
});

/** `this morning`, `last night`. */
export const whichDayPart = relativeRule({
  name: 'which-day-part',
  triggers: ['which'],
  pattern: `(?<which>this|last)${SPACE}(?<part>${DAYPART})${END}`,
  read: (match, anchor) => {
    const last = group(match, 'which').toLowerCase() === 'last';
    if (last && !/night|evening/i.test(match[0])) return null;
    return { period: dayOrPart(anchor.day - (last ? 1 : 0), group(match, 'part')), relative: true, confidence: 0.9 };
  },
});
