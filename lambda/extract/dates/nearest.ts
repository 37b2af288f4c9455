import { weekday } from '../../common/calendar/civil.ts';
import type { Anchor } from './rule.ts';

/** How often farther a day counts that lies on the side of the anchor that the sentence does not look to. */
const AGAINST_TENSE = 4;
const WITHOUT_TENSE = 1.2;

/** Weights for the days before and after the anchor, by the tense of the sentence. */
export function weightsOf(tense: 'ahead' | 'past' | null): { before: number; after: number } {
  if (tense === 'ahead') return { before: AGAINST_TENSE, after: 1 };
  return { before: 1, after: tense === 'past' ? AGAINST_TENSE : WITHOUT_TENSE };
}

/** The year of a month named alone: the last such month up to the anchor's own, or the next from it on. */
export function yearOfMonth(anchor: Anchor, month: number, ahead: boolean): number {
  const { year, month: current } = anchor.civil;
  if (ahead) return month < current ? year + 1 : year;
  return month > current ? year - 1 : year;
}

/** Day number of a weekday named alone: the last one up to the anchor's day, or the next one from it on; the anchor's own weekday is that day. */
export function dayOfWeekday(anchor: Pick<Anchor, 'day'>, target: number, ahead: boolean): number {
  const today = weekday(anchor.day);
  return ahead ? anchor.day + ((target - today + 7) % 7) : anchor.day - ((today - target + 7) % 7);
}

/** Day number of a weekday in the ISO week that lies so many weeks from the anchor's own. */
export function weekdayInWeek(anchor: Pick<Anchor, 'day'>, target: number, weeks: number): number {
  const monday = anchor.day - ((weekday(anchor.day) + 6) % 7);
  return monday + weeks * 7 + ((target + 6) % 7);
}

/** How many weeks `last`, `this` or `next` week lies away; on a Sunday the week that is ending is already the last one. */
export function weeksAway(anchor: Pick<Anchor, 'day'>, which: string): number {
  if (/last|past|previous/.test(which)) return weekday(anchor.day) === 0 ? 0 : -1;
  return /next|coming|following/.test(which) ? 1 : 0;
}
