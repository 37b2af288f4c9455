import { civilDay, weekday } from '../../../common/calendar/civil.ts';
import { ordinal, weekdayNumber } from '../../../common/calendar/english.ts';
import { DAY, SHORT_WEEKDAY, SPACE, WEEKDAY } from '../../../common/calendar/patterns.ts';
import { dayPeriod } from '../../../common/calendar/period.ts';
import { weightsOf } from '../nearest.ts';
import { group, isCapitalised, relativeRule } from '../rule.ts';
import { tenseAt } from '../tense.ts';

/** How many days around the anchor are looked at: three months either way, in which most weekdays meet most numbers. */
const REACH = 92;
/** What may follow a day's number, so that it counts nothing: the end of a part of the sentence, or a word that begins the next. */
const NEXT_WORDS =
  'at|and|or|to|in|on|from|until|till|for|with|when|before|after|as|by|will|is|was|were|are|has|had|through|between|near|during|because|but|while|where|which|that|outside|inside|around|onwards?|off|against';
const FOLLOWS = `(?=\\s*$|\\s?[.,;:!?)\\]"”’](?!\\d)|\\s[-–—]|${SPACE}(?:${NEXT_WORDS})\\b)`;

/** Day number of the day near the anchor that has this weekday and number; `null` where no month near has it. */
function nearestSuchDay(from: number, target: number, number: number, weights: { before: number; after: number }) {
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let away = -REACH; away <= REACH; away++) {
    const day = from + away;
    if (weekday(day) !== target || civilDay(day).day !== number) continue;
    const distance = Math.abs(away) * (away > 0 ? weights.after : weights.before);
    if (distance < least) [best, least] = [day, distance];
  }
  return best;
}

/** `Sunday 22 at 17:00`, `Monday the 30th`, `Friday, 4th`: the month near the anchor that makes it true. */
export const weekdayAndNumber = relativeRule({
  name: 'weekday-number',
  triggers: ['weekday'],
  pattern: `(?<weekday>${WEEKDAY}|${SHORT_WEEKDAY}),?${SPACE}(?:\\(?the${SPACE})?(?<number>${DAY})(?:st|nd|rd|th)?${FOLLOWS}`,
  read: (match, anchor, scene) => {
    const target = weekdayNumber(group(match, 'weekday'));
    const number = ordinal(group(match, 'number'));
    if (target === null || number === null || !isCapitalised(match[0])) return null;
    const weights = weightsOf(tenseAt(scene.text, match.index, match.index + match[0].length));
    const day = nearestSuchDay(anchor.day, target, number, weights);
    return day === null ? null : { period: dayPeriod(day), relative: true, confidence: 0.85 };
  },
});
