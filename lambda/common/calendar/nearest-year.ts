import { civilDay, dayNumber, isCivilDay } from './civil.ts';

/**
 * The year in which a month (1 to 12) and day lie nearest to a day number; `null` where the calendar has no such day near it.
 * Days before and after it may be given weights, by which their distances count.
 */
export function nearestYear(
  from: number,
  month: number,
  day: number,
  weights = { before: 1, after: 1 },
): number | null {
  const { year: current } = civilDay(from);
  let best: number | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const year of [current, current - 1, current + 1]) {
    if (year < 1 || !isCivilDay({ year, month, day })) continue;
    const later = dayNumber({ year, month, day }) - from;
    const away = Math.abs(later) * (later > 0 ? weights.after : weights.before);
    if (away < distance) {
      best = year;
      distance = away;
    }
  }
  return best;
}
