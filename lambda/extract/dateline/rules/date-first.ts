import { AGENCY } from '../agencies.ts';
import { readDay } from '../day-reader.ts';
import { type DatelineRule, matchAt } from '../opening.ts';

const BEHIND = new RegExp(`(?:,?\\s[(/](${AGENCY})[)/])?\\s?(?:-{1,2}|—|–|:|\\|)\\s{1,2}(?=["“‘'(]?[A-Z])`, 'y');
/** A comma shows nothing by itself: the place behind it must. */
const BEFORE_PLACE = /,\s{1,2}(?=[A-Z])/y;

/** `Nov 12 (Reuters) - `, `12 November 2023: `: a whole day, set off from the text. */
export const dateFirst: DatelineRule = {
  name: 'date-first',
  read({ text, at, published, agency }) {
    const day = readDay(text, at, published);
    const rest = day && matchAt(BEHIND, text, day.end);
    if (day === null) return null;
    const comma = rest === null ? matchAt(BEFORE_PLACE, text, day.end) : null;
    if (comma !== null) return { end: day.end + comma[0].length, date: day.day };
    if (rest === null) return null;
    return { end: day.end + rest[0].length, date: day.day, agency: rest[1] ?? agency, proven: true };
  },
};
