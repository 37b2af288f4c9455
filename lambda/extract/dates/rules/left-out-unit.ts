import { END } from '../../../common/calendar/patterns.ts';
import { weeksAway } from '../nearest.ts';
import { group, relativeRule } from '../rule.ts';
import { shiftedUnit } from './which-periods.ts';

const FIRST =
  /^(?:(?:early|late|later|earlier)\s)?(?:this|last|next)\s(?:calendar\s|fiscal\s)?(?<unit>week|weekend|month|quarter|half|year|decade)$/i;
const JOINED = /^\s(?:or|and|nor|as|than|to|but\snot|rather\sthan|(?:and|or)\s(?:perhaps|possibly|even))\s$/i;
const LONGEST_GAP = 16;

/** `this year or next`, `as much this month as last`: the unit is left out the second time. */
export const leftOutUnit = relativeRule({
  name: 'left-out-unit',
  triggers: ['which'],
  pattern: `(?<which>last|next)${END}(?=[.,;:!?)"”’']|\\s(?:and|or|but|because|as|if|when|while|unless|after|before|with|to)\\b|\\s?[-–—]|$)`,
  read: (match, anchor, { text, dates }) => {
    const first = dates.at(-1);
    if (first === undefined || match.index - first.end > LONGEST_GAP) return null;
    const unit = FIRST.exec(first.text)?.groups?.unit?.toLowerCase();
    if (unit === undefined || !JOINED.test(text.slice(first.end, match.index))) return null;
    const which = group(match, 'which').toLowerCase();
    const shift = unit === 'week' ? weeksAway(anchor, which) : which === 'next' ? 1 : -1;
    const period = shiftedUnit(anchor, unit, shift);
    return period && { period, relative: true, confidence: 0.7 };
  },
});
