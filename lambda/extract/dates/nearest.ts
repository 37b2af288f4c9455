import { dayNumber, isCivilDay, weekday } from '../../common/calendar/civil.ts';
import type { Anchor } from './rule.ts';

/** How much nearer a day must lie on the side of the anchor that the sentence does not look to. */
const AGAINST_TENSE = 3;
const WITHOUT_TENSE = 1.2;

/** The year in which a day and month lie nearest to the anchor, days on the other side than the tense tells being farther; `null` where the day never exists near it. */
export function nearestYear(anchor: Anchor, month: number, day: number, tense: 'ahead' | 'past' | null): number | null {
  const against = tense === null ? WITHOUT_TENSE : AGAINST_TENSE;
  let best: number | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const year of [anchor.civil.year, anchor.civil.year - 1, anchor.civil.year + 1]) {
    if (!isCivilDay({ year, month, day })) continue;
    const later = dayNumber({ year, month, day }) - anchor.day;
    const away = Math.abs(later) * (later > 0 === (tense === 'ahead') ? 1 : against);
    if (away < distance) {
      best = year;
      distance = away;
    }
  }
  return best;
}

/** The year of a month named alone: the last such month up to the anchor's own, or the next from it on. */
export function yearOfMonth(anchor: Anchor, month: number, ahead: boolean): number {
  const { year, month: current } = anchor.civil;
  if (ahead) return month < current ? year + 1 : year;
  return month > current ? year - 1 : year;
}

/** Day number of a weekday named alone: the last one up to the anchor's day, or the next one from the day after it. */
export function dayOfWeekday(anchor: Anchor, target: number, ahead: boolean): number {
  const today = weekday(anchor.day);
  if (!ahead) return anchor.day - ((today - target + 7) % 7);
  return anchor.day + ((target - today + 6) % 7) + 1;
}
