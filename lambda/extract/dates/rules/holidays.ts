import { HOLIDAYS, holidayDay } from '../../../common/calendar/holidays.ts';
import { END, SPACE, YEAR } from '../../../common/calendar/patterns.ts';
import { dayPeriod } from '../../../common/calendar/period.ts';
import { type Anchor, absoluteRule, group } from '../rule.ts';
import { tenseAt } from '../tense.ts';

const COMING = /\b(?:before|by|until|till|ahead of|in time for|through)\s+$/i;
const NAMES = HOLIDAYS.map((holiday) => holiday.pattern).join('|');

function nearestHoliday(anchor: Anchor, name: string, which: string, tense: 'ahead' | 'past' | null): number | null {
  const { year } = anchor.civil;
  const days = [year - 1, year, year + 1].map((each) => holidayDay(name, each)).filter((day) => day !== null);
  const last = days.filter((day) => day <= anchor.day).at(-1) ?? null;
  const next = days.find((day) => day > anchor.day) ?? null;
  if (which === 'last' || (tense === 'past' && which === '')) return last;
  if (which === 'next' || tense === 'ahead') return next;
  if (which === 'this') return holidayDay(name, year);
  if (last === null || next === null) return last ?? next;
  return anchor.day - last <= 3 * (next - anchor.day) ? last : next;
}

/** `Christmas Day`, `last Thanksgiving`, `Easter Sunday 2024`: holidays whose day follows a rule. */
export const holiday = absoluteRule({
  name: 'holiday',
  triggers: ['holiday', 'which', 'ordinal', 'number', 'month', 'weekday'],
  pattern: `(?:(?<which>last|next|this)${SPACE})?(?<name>${NAMES})(?:,?${SPACE}(?<year>${YEAR}))?${END}`,
  read: (match, scene) => {
    const name = group(match, 'name');
    if (!/^[A-Z4]/.test(name)) return null;
    const year = group(match, 'year');
    if (year !== '') {
      const day = holidayDay(name, Number(year));
      return day === null ? null : { period: dayPeriod(day), relative: false, confidence: 0.95 };
    }
    if (scene.anchor === null) return null;
    const coming = COMING.test(scene.text.slice(Math.max(0, match.index - 14), match.index));
    const tense = coming ? 'ahead' : tenseAt(scene.text, match.index, match.index + match[0].length);
    const day = nearestHoliday(scene.anchor, name, group(match, 'which').toLowerCase(), tense);
    return day === null ? null : { period: dayPeriod(day), relative: true, confidence: 0.7 };
  },
});
