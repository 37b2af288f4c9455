import { dayNumber, daysInMonth, weekday } from '../../common/calendar/civil.ts';
import type { Day } from '../../model/instant.ts';

/** A month of a year, as `2026-11`. */
export type Month = string;

/** The month that many months later; earlier for a negative number. */
export function addMonths(month: Month, months: number): Month {
  const [year, number] = partsOf(month);
  const index = year * 12 + number - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The weeks of a month from Monday on; `null` for the places of other months. */
export function weeksOf(month: Month): (Day | null)[][] {
  const [year, number] = partsOf(month);
  const lead = (weekday(dayNumber({ year, month: number, day: 1 })) + 6) % 7;
  const days = daysInMonth(year, number);
  return Array.from({ length: Math.ceil((lead + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => {
      const day = week * 7 + place - lead + 1;
      return day >= 1 && day <= days ? `${month}-${String(day).padStart(2, '0')}` : null;
    }),
  );
}

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
  const [year, number] = partsOf(month);
  return `${month}-${daysInMonth(year, number)}`;
}

const partsOf = (month: Month): [year: number, month: number] => [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
