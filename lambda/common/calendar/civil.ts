/** Day arithmetic in the proleptic Gregorian calendar, without time zones; a day number counts from 1970-01-01. */
export interface CivilDay {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

const MILLISECONDS_A_DAY = 86_400_000;
const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Day number of a civil day, which must exist. */
export function dayNumber({ year, month, day }: CivilDay): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / MILLISECONDS_A_DAY;
}

/** The civil day of a day number. */
export function civilDay(number: number): CivilDay {
  const date = new Date(number * MILLISECONDS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** How many days the month (1 to 12) has. */
export function daysInMonth(year: number, month: number): number {
  return civilDay(
    dayNumber(month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 }) - 1,
  ).day;
}

/** Whether the calendar has that day: 30 February never rolls over. */
export function isCivilDay({ year, month, day }: CivilDay): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

/** Day number of the n-th (1 and up) or last (-1) such weekday (0 Sunday) of a month; a fifth may lie in the month after. */
export function nthWeekday(rank: number, target: number, { year, month }: Omit<CivilDay, 'day'>): number {
  const first = dayNumber({ year, month, day: 1 });
  if (rank > 0) return first + ((target - weekday(first) + 7) % 7) + (rank - 1) * 7;
  const last = first + daysInMonth(year, month) - 1;
  return last - ((weekday(last) - target + 7) % 7);
}

/** `2023-11-12`. */
export function formatDay({ year, month, day }: CivilDay): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Reads the day at the start of `2023-11-12…`; `null` where none stands there or it does not exist. */
export function parseDay(text: string): CivilDay | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(text);
  if (!match) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isCivilDay(day) ? day : null;
}

/** ISO 8601 week of a day number: the week that has the year's first Thursday is week 1. */
export function isoWeek(number: number): { year: number; week: number } {
  const thursday = number - ((weekday(number) + 6) % 7) + 3;
  const { year } = civilDay(thursday);
  const first = dayNumber({ year, month: 1, day: 1 });
  return { year, week: Math.floor((thursday - first) / 7) + 1 };
}
