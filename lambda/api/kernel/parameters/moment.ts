import { civilDay, dayNumber, formatDay, parseDay } from '../../../common/calendar/civil.ts';
import { type Day, type Instant, toInstant } from '../../../model/instant.ts';

/** Four digits, and room for arithmetic on either side. */
const [FIRST_YEAR, LAST_YEAR] = [1000, 9998];
const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:\d\d)$/;

/** Reads `2023-11-12`; `null` for text that is no day of the calendar, or none between the years 1000 and 9998. */
export function readDay(text: string): Day | null {
  const day = DAY.test(text) ? parseDay(text) : null;
  return day && day.year >= FIRST_YEAR && day.year <= LAST_YEAR ? text : null;
}

/** The day after. */
export function nextDay(day: Day): Day {
  return addDays(day, 1);
}

/** The day that many days later; earlier for a negative number. */
export function addDays(day: Day, days: number): Day {
  const civil = parseDay(day);
  if (!civil) throw new RangeError(`${day} is not a day`);
  return formatDay(civilDay(dayNumber(civil) + days));
}

/** Reads a moment with its offset (RFC 3339, seconds may be missing) as an instant; `null` for anything else. */
function readInstant(text: string): Instant | null {
  if (!MOMENT.test(text) || readDay(text.slice(0, 10)) === null) return null;
  const milliseconds = Date.parse(text.toUpperCase().replace(' ', 'T'));
  return Number.isNaN(milliseconds) ? null : toInstant(milliseconds);
}

/** Where a range begins: a moment, or a day's first one; `null` for text that is neither. */
export function readFrom(text: string): Instant | null {
  return readDay(text) ? `${text}T00:00:00Z` : readInstant(text);
}

/** Where a range ends, exclusive: a moment, or the end of a day, which so is within the range. */
export function readTo(text: string): Instant | null {
  const day = readDay(text);
  return day ? `${nextDay(day)}T00:00:00Z` : readInstant(text);
}
