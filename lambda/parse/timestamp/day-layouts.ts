import type { CivilDay } from '../../common/calendar/civil.ts';
import { fullYear } from '../../common/calendar/full-year.ts';

/** A text's numbers and month names in their order, as `[12][november][2023]`. */
export interface DayParts {
  /** Digits as they stand, or the number of a month that was named, as `m11`. */
  tokens: string[];
  /** What stands between the first two numbers, as `/` or `.`. */
  separator: string;
  /** The text began with a hyphen: ISO 8601's way to leave the century out. */
  truncated: boolean;
  /** BCP 47, where known. */
  language: string | null;
}

interface DayLayout {
  name: string;
  /** What the tokens must be, joined by a space. */
  pattern: RegExp;
  read(tokens: string[], parts: DayParts): CivilDay | null;
}

const MONTH_FIRST = /^en-(us|ph)$|^fil\b/i;

const month = (token: string): number => Number(token.replace('m', ''));
const civil = (year: string, monthToken: string, day: string): CivilDay => ({
  year: fullYear(year),
  month: month(monthToken),
  day: Number(day),
});
const at = (tokens: string[], index: number): string => tokens[index] ?? '';

/** Every order of year, month and day that feeds use; the first whose pattern fits is taken. */
export const DAY_LAYOUTS: readonly DayLayout[] = [
  {
    name: 'day-month-year',
    pattern: /^\d{1,2} m\d+ (\d{2}|\d{4})$/,
    read: (tokens) => civil(at(tokens, 2), at(tokens, 1), at(tokens, 0)),
  },
  {
    name: 'month-day-year',
    pattern: /^m\d+ \d{1,2} (\d{2}|\d{4})$/,
    read: (tokens) => civil(at(tokens, 2), at(tokens, 0), at(tokens, 1)),
  },
  {
    name: 'year-month-day',
    pattern: /^\d{4} (m\d+|\d{1,3}) \d{1,2}$/,
    read: (tokens) => civil(at(tokens, 0), at(tokens, 1), at(tokens, 2)),
  },
  {
    name: 'short-year-first',
    pattern: /^\d{2} \d{2} \d{2}$/,
    read: (tokens, { separator }) => (separator === '-' ? civil(at(tokens, 0), at(tokens, 1), at(tokens, 2)) : null),
  },
  {
    name: 'numbers',
    pattern: /^\d{1,2} \d{1,2} (\d{2}|\d{4})$/,
    read([first = '', second = '', year = ''], { separator, language }) {
      const monthFirst = Number(second) > 12 || (separator === '/' && MONTH_FIRST.test(language ?? ''));
      return monthFirst && Number(first) <= 12 ? civil(year, first, second) : civil(year, second, first);
    },
  },
  { name: 'month-year', pattern: /^m\d+ \d{4}$/, read: (tokens) => civil(at(tokens, 1), at(tokens, 0), '1') },
  {
    name: 'year-month',
    pattern: /^\d{4} \d{1,2}$/,
    read: (tokens, { separator }) => (separator === '-' ? civil(at(tokens, 0), at(tokens, 1), '1') : null),
  },
  {
    name: 'truncated-year-month',
    pattern: /^\d{2} ?\d{2}$/,
    read(tokens, { truncated }) {
      const digits = tokens.join('');
      return truncated ? civil(digits.slice(0, 2), digits.slice(2), '1') : null;
    },
  },
  {
    name: 'compact',
    pattern: /^\d{8}$/,
    read: ([digits = '']) => civil(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)),
  },
  { name: 'year', pattern: /^\d{4}$/, read: ([year = '']) => civil(year, '1', '1') },
];
