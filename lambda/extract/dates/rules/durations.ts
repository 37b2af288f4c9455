import { cardinal } from '../../../common/calendar/english.ts';
import { COUNT, END, SPACE } from '../../../common/calendar/patterns.ts';
import { absoluteRule, group, type Length } from '../rule.ts';

const CODE: Record<string, string> = {
  second: 'TxS',
  minute: 'TxM',
  hour: 'TxH',
  day: 'xD',
  week: 'xW',
  month: 'xM',
  quarter: 'xQ',
  year: 'xY',
  decade: 'xE',
  centur: 'xC',
};
const UNIT = '(?<unit>second|minute|hour|day|week|month|quarter|year|decade|centur)';
const NO_DATE = `(?![-\\s](?:earlier|before|later|after|ago)\\b|-long\\b)`;
const NO_AGE = `(?![-\\s](?:olds?|of${SPACE}age)\\b)`;

/** `P3D` of 3 and `day`; `X` for a number that nobody tells. */
function lengthOf(count: string, unit: string): string {
  return `P${(CODE[unit.toLowerCase()] ?? 'xD').replace('x', count)}`;
}

/** A count with a half behind it, as in `2 1/2 years`, in the words of ISO 8601: `P2Y6M`, `PT1H30M`, else a decimal. */
function withHalf(count: number, unit: string): string {
  if (unit === 'year') return `P${count === 0 ? '' : `${count}Y`}6M`;
  if (unit === 'hour') return `PT${count === 0 ? '' : `${count}H`}30M`;
  return lengthOf(`${count}.5`, unit);
}

/** `1,500 days`, `2000 hours`, `two-year`, `2 1/2 weeks`: a length of time, no date. */
export const duration = absoluteRule({
  name: 'duration',
  triggers: ['number', 'count'],
  pattern: `(?<count>${COUNT})(?<half>\\s?1/2|\\s?½|\\sand\\sa\\shalf)?[-\\s](?:more${SPACE})?${UNIT}(?:s|y|ies)?${END}${NO_DATE}(?<age>[-\\s](?:olds?|of${SPACE}age)\\b)?`,
  read: (match, scene): Length | 'refused' => {
    const count = cardinal(group(match, 'count'));
    const unit = group(match, 'unit').toLowerCase();
    // "$5 a day", "three times a week": a rate, and an age: none is a length of time.
    const isRate =
      /^an?\s/i.test(match[0]) && !LASTING.test(scene.text.slice(Math.max(0, match.index - 24), match.index));
    if (count === null || isRate || group(match, 'age') !== '') return 'refused';
    const hours = unit === 'hour' && count % 24 === 0 && count > 0;
    const plain = hours ? lengthOf(String(count / 24), 'day') : lengthOf(String(count), unit);
    return { kind: 'duration', value: group(match, 'half') === '' ? plain : withHalf(count, unit), confidence: 0.85 };
  },
});

/** Words before `a year` that make it a length. Data. */
const LASTING =
  /\b(?:for|in|within|about|over|under|than|least|most|nearly|almost|around|after|lasted?|lasting|last|take|takes|took|taking|spent|spend|spending|every|of|during|only|just|as|exactly|half|quite|roughly|approximately|up to)\s+$/i;

/** `a couple of years`, `several weeks`, `a few days`, `recent months`, `decades`: nobody tells how long. */
export const vagueDuration = absoluteRule({
  name: 'vague-duration',
  triggers: ['span', 'count', 'vague', 'which'],
  pattern: `(?:(?<two>a${SPACE}couple)(?:${SPACE}of)?${SPACE}|(?:(?:the${SPACE})?(?:past|last|next|coming)${SPACE})?(?<vague>several|many|some|(?:a${SPACE})?(?:few|number${SPACE}of)|recent|coming|dozens${SPACE}of|hundreds${SPACE}of|thousands${SPACE}of)(?:${SPACE}more|-)?\\s?)?${UNIT}(?<many>s|ies)${END}${NO_DATE}${NO_AGE}`,
  read: (match, scene): Length | null => {
    const named = group(match, 'two') !== '' || group(match, 'vague') !== '';
    const before = scene.text.slice(Math.max(0, match.index - 12), match.index);
    if (!named && !/\b(?:for|in|within|over|after|took|take|of|lasted)\s+$/i.test(before)) return null;
    if (!named && /^(?:second|minute|quarter)/i.test(match[0]) && !/\bfor\s+$/i.test(before)) return null;
    const value = lengthOf(group(match, 'two') === '' ? 'X' : '2', group(match, 'unit'));
    return { kind: 'duration', value, confidence: named ? 0.7 : 0.5 };
  },
});

/** `the past year`, `the last week`: the stretch that ends or begins now. */
export const stretchToNow = absoluteRule({
  name: 'stretch-to-now',
  triggers: ['which'],
  pattern: `(?:last|past|next|coming)${SPACE}${UNIT}y?${END}`,
  read: (match, scene): Length | null =>
    /\bthe\s$/i.test(scene.text.slice(Math.max(0, match.index - 5), match.index))
      ? { kind: 'duration', value: lengthOf('1', group(match, 'unit')), confidence: 0.6 }
      : null,
});

/** `day-long`, `yearlong`. */
export const longAs = absoluteRule({
  name: 'long-as',
  triggers: ['unit', 'span'],
  pattern: `${UNIT}y?-?long${END}`,
  read: (match): Length => ({ kind: 'duration', value: lengthOf('1', group(match, 'unit')), confidence: 0.7 }),
});
