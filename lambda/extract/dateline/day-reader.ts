import { type CivilDay, dayNumber, isCivilDay, parseDay } from '../../common/calendar/civil.ts';
import { monthNumber } from '../../common/calendar/english.ts';
import { matchAt } from './opening.ts';

const MONTH =
  '(?:jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';
const DAY = '(3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
const YEAR = '(?:,?\\s{1,2}(\\d{4}))?';
const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\\.?,?\\s{1,2}';
const NUMERIC = /(\d{4}-\d\d-\d\d)(?![\d-])/y;
const MONTH_FIRST = new RegExp(`(?:${WEEKDAY})?(${MONTH})\\.?\\s{1,2}${DAY}(?!\\d)${YEAR}`, 'iy');
const DAY_FIRST = new RegExp(`(?:${WEEKDAY})?${DAY}\\s{1,2}(?:of\\s)?(${MONTH})(?![a-z])${YEAR}`, 'iy');

/** The year in which a day lies nearest to publication; without a publication day no year can be told. */
function placed(month: number, day: number, year: string | undefined, published: CivilDay | null): CivilDay | null {
  if (year !== undefined) {
    const given = { year: Number(year), month, day };
    return isCivilDay(given) ? given : null;
  }
  if (published === null) return null;
  const distance = (civil: CivilDay): number => Math.abs(dayNumber(civil) - dayNumber(published));
  const candidates = [-1, 0, 1]
    .map((shift) => ({ year: published.year + shift, month, day }))
    .filter((civil) => civil.year > 0 && isCivilDay(civil));
  return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** Reads a day at a position: where it ends, and the day, which is `null` where its year cannot be told; `null` where no day stands there. */
export function readDay(
  text: string,
  at: number,
  published: CivilDay | null,
): { end: number; day: CivilDay | null } | null {
  const numeric = matchAt(NUMERIC, text, at);
  if (numeric) {
    const day = parseDay(numeric[1] ?? '');
    return day === null ? null : { end: NUMERIC.lastIndex, day };
  }
  const first = matchAt(MONTH_FIRST, text, at);
  const end = MONTH_FIRST.lastIndex;
  const match = first ?? matchAt(DAY_FIRST, text, at);
  if (match === null) return null;
  const [month, day] = first ? [match[1], match[2]] : [match[2], match[1]];
  const number = monthNumber(month ?? '');
  if (number === null) return null;
  return { end: first ? end : DAY_FIRST.lastIndex, day: placed(number, Number(day), match[3], published) };
}
