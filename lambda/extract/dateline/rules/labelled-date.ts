import { ZONE } from '../../../common/calendar/patterns.ts';
import { readDay } from '../day-reader.ts';
import { type DatelineRule, matchAt } from '../opening.ts';

const LABEL =
  /(?:(?:first\s)?(?:date|dated|published|updated|last\supdated|posted|issued|released|modified)(?:\s(?:on|at))?\s?:?|\[(?:updated|published):?)\s{1,3}/iy;
const TIME = `\\d{1,2}[:.]\\d\\d(?:\\s?[ap]\\.?m\\.?)?${ZONE}?|\\d{1,2}\\s?[ap]\\.?m\\.?${ZONE}?`;
const TIME_BEFORE = new RegExp(`(?:${TIME})(?:,|\\son)?\\s{1,2}`, 'iy');
const TIME_AFTER = new RegExp(`(?:(?:,|\\sat|\\s[-–|])?\\s{1,2}(?:${TIME}))?(?:\\]|\\s?[|·])?(?=\\s|$)`, 'iy');

/** `Published: 14 November 2023, 07:45`, `Updated 4:10 PM GMT, Nov 14, 2023`, `date 2023-11-14`. */
export const labelledDate: DatelineRule = {
  name: 'labelled-date',
  read({ text, at, published }) {
    const label = matchAt(LABEL, text, at);
    if (label === null) return null;
    const after = at + label[0].length;
    const time = matchAt(TIME_BEFORE, text, after);
    const day = readDay(text, after + (time?.[0].length ?? 0), published);
    if (day === null) return null;
    const rest = matchAt(TIME_AFTER, text, day.end);
    return rest && { end: day.end + rest[0].length, date: day.day, proven: true };
  },
};
