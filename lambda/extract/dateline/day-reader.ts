import { type CivilDay, dayNumber, isCivilDay, parseDay } from '../../common/calendar/civil.ts';
import { monthNumber } from '../../common/calendar/english.ts';
import { nearestYear } from '../../common/calendar/nearest-year.ts';
import { DAY, MONTH, SHORT_WEEKDAY, WEEKDAY } from '../../common/calendar/patterns.ts';
import { matchAt } from './opening.ts';

const DAY_OF_MONTH = `(${DAY})(?:st|nd|rd|th)?`;
const IN_YEAR = '(?:,?\\s{1,2}(\\d{4}))?';
const ON = `(?:(?:${WEEKDAY}|${SHORT_WEEKDAY}),?\\s{1,2})?`;
const NUMERIC = /(\d{4}-\d\d-\d\d)(?![\d-])/y;
const MONTH_FIRST = new RegExp(`${ON}(${MONTH})\\.?\\s{1,2}${DAY_OF_MONTH}(?!\\d)${IN_YEAR}`, 'iy');
const DAY_FIRST = new RegExp(`${ON}${DAY_OF_MONTH}\\s{1,2}(?:of\\s)?(${MONTH})(?![a-z])${IN_YEAR}`, 'iy');

/** The year in which a day lies nearest to publication; without a publication day no year can be told. */
function placed(month: number, day: number, year: string | undefined, published: CivilDay | null): CivilDay | null {
  if (year !== undefined) {
    const given = { year: Number(year), month, day };
    return isCivilDay(given) ? given : null;
  }
  const nearest = published && nearestYear(dayNumber(published), month, day);
  return nearest === null ? null : { year: nearest, month, day };
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
