import { ordinal } from '../../../common/calendar/english.ts';
import { END } from '../../../common/calendar/patterns.ts';
import { centuryPeriod, decadePeriod } from '../../../common/calendar/period.ts';
import { absoluteRule, group } from '../rule.ts';

const DECADES: Record<string, number> = {
  twenties: 2,
  thirties: 3,
  forties: 4,
  fifties: 5,
  sixties: 6,
  seventies: 7,
  eighties: 8,
  nineties: 9,
};

/** `1990s`, `the '90s`, `the nineties`. */
export const decade = absoluteRule({
  name: 'decade',
  triggers: ['number', 'unit'],
  pattern: `(?<tens>1[0-9]\\d|20\\d|(?<=['’])\\d)0['’]?s${END}|(?<word>${Object.keys(DECADES).join('|')})${END}`,
  read: (match, scene) => {
    const word = group(match, 'word').toLowerCase();
    if (
      word !== '' &&
      !/\bthe\s(?:early\s|late\s|mid-?)?$/i.test(scene.text.slice(Math.max(0, match.index - 11), match.index))
    )
      return null;
    const tens = word === '' ? Number(group(match, 'tens')) : (DECADES[word] ?? 9);
    // A decade without its century is of the twentieth, but for the two that have just been.
    const whole = tens >= 10 ? tens : tens < 2 ? 200 + tens : 190 + tens;
    return { period: decadePeriod(whole), relative: false, confidence: tens >= 10 ? 0.95 : 0.8 };
  },
});

/** `the 19th century`, `the nineteenth century`. */
export const century = absoluteRule({
  name: 'century',
  triggers: ['number', 'ordinal', 'count'],
  pattern: `(?<rank>\\d{1,2}(?:st|nd|rd|th)|[a-z]{5,11}|twenty-first)[-\\s]century${END}`,
  read: (match) => {
    const word = group(match, 'rank').toLowerCase();
    const rank = word === 'twenty-first' ? 21 : ordinal(word);
    return rank === null || rank < 1 || rank > 22
      ? null
      : { period: centuryPeriod(rank - 1), relative: false, confidence: 0.9 };
  },
});
