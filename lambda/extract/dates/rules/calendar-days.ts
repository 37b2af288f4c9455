import { dayNumber, isCivilDay } from '../../../common/calendar/civil.ts';
import { monthNumber, ordinal } from '../../../common/calendar/english.ts';
import { fullYear } from '../../../common/calendar/full-year.ts';
import { nearestYear } from '../../../common/calendar/nearest-year.ts';
import { DAY, END, MONTH, SPACE, TO, YEAR } from '../../../common/calendar/patterns.ts';
import { dayPeriod, spanPeriod } from '../../../common/calendar/period.ts';
import { isMereList } from '../lists.ts';
import { weightsOf } from '../nearest.ts';
import { absoluteRule, group, isCapitalised, type Reading, type Scene } from '../rule.ts';
import { tenseAt } from '../tense.ts';

const DAY_WORD = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth';
const LATER_YEAR = `(?:,?${SPACE}(?:of${SPACE})?(?<year>${YEAR}|['’]\\d\\d)(?![\\d%]|[.,:]\\d)${END})?`;

function yearOf(match: RegExpExecArray): number | null {
  const words = group(match, 'year');
  if (words === '') return null;
  if (words.length === 4) return Number(words);
  return fullYear(words.slice(1));
}

function read(match: RegExpExecArray, scene: Scene): Reading | null {
  const monthWords = group(match, 'month');
  const month = monthNumber(monthWords);

  const day = ordinal(group(match, 'day'));
  const given = yearOf(match);
  if (month === null || day === null || (given === null && !isCapitalised(monthWords))) return null;
  const year =
    given ??
    (scene.anchor === null
      ? null
      : nearestYear(
          scene.anchor.day,
          month,
          day,
          weightsOf(tenseAt(scene.text, match.index, match.index + match[0].length)),
        ));
  if (year === null || !isCivilDay({ year, month, day })) return null;
  const first = dayPeriod(dayNumber({ year, month, day }));
  const relative = given === null;
  const confidence = relative ? 0.9 : 0.98;
  const lastDay = Number(group(match, 'last') || 0);
  if (lastDay === 0) return { period: first, relative, confidence };
  const before = scene.text.slice(Math.max(0, match.index - 9), match.index);
  if (isMereList(match[0], lastDay - day, before)) return null;
  const last = { year, month, day: lastDay };
  const period = isCivilDay(last) ? spanPeriod(first, dayPeriod(dayNumber(last))) : null;
  return period === null ? { period: first, relative, confidence } : { period, relative, confidence, role: 'range' };
}

/** `Nov. 12`, `November 12, 2023`, `March eighth`; also `Nov. 12-15`. */
export const monthDay = absoluteRule({
  name: 'month-day',
  triggers: ['month'],
  pattern:
    `(?<month>${MONTH})${SPACE}(?:the${SPACE})?(?<day>${DAY}|${DAY_WORD})(?:st|nd|rd|th)?(?![\\d%]|[.,:]\\d|-(?:year|month|day|point))` +
    `(?:${TO}(?<last>${DAY})(?:st|nd|rd|th)?(?![\\d%]|[.,:]\\d)${END})?${END}${LATER_YEAR}`,
  read,
});

/** `12 November`, `12th of November, 2023`; also `12-15 November`. */
export const dayMonth = absoluteRule({
  name: 'day-month',
  triggers: ['number', 'ordinal'],
  pattern:
    `(?<day>${DAY}|${DAY_WORD})(?:st|nd|rd|th)?(?:${TO}(?<last>${DAY})(?:st|nd|rd|th)?)?${SPACE}(?:of${SPACE})?(?<month>${MONTH})${END}` +
    LATER_YEAR,
  read: (match, scene) => {
    const spelled = Number.isNaN(Number(group(match, 'day')));
    return spelled && !/\sof\s/i.test(match[0]) ? null : read(match, scene);
  },
});
