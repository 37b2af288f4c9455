import { weekdayNumber } from '../../../common/calendar/english.ts';
import { DAYPART, END, SPACE, WEEKDAY } from '../../../common/calendar/patterns.ts';
import { absoluteRule, group, type Length } from '../rule.ts';

const STEP: Record<string, string> = {
  day: 'P1D',
  week: 'P1W',
  weekend: 'XXXX-WXX-WE',
  month: 'P1M',
  quarter: 'P1Q',
  year: 'P1Y',
  spring: 'XXXX-SP',
  summer: 'XXXX-SU',
  fall: 'XXXX-FA',
  autumn: 'XXXX-FA',
  winter: 'XXXX-WI',
  hour: 'PT1H',
};
const ADVERBS: Record<string, string> = {
  daily: 'P1D',
  nightly: 'P1D',
  weekly: 'P1W',
  monthly: 'P1M',
  annually: 'P1Y',
  yearly: 'P1Y',
};

/** What comes round: a weekday by its ISO number, or a step. */
function stepOf(words: string): string | null {
  const weekday = weekdayNumber(words.replace(/s$/i, ''));
  if (weekday !== null) return `XXXX-WXX-${weekday === 0 ? 7 : weekday}`;
  return STEP[words.toLowerCase()] ?? null;
}

/** `every Friday`, `each month`, `Sundays`: days that come round, no date. */
export const setOfWeekdays = absoluteRule({
  name: 'set-of-weekdays',
  triggers: ['which', 'weekday'],
  pattern: `(?:(?:every|each)${SPACE}(?<other>other${SPACE})?(?<unit>${WEEKDAY}|day|week|weekend|month|quarter|spring|summer|fall|autumn|winter|year)|(?<many>${WEEKDAY}s))(?:${SPACE}${DAYPART})?${END}`,
  read: (match): Length | 'refused' => {
    const value = stepOf(group(match, 'unit') || group(match, 'many'));
    if (value === null) return 'refused';
    return {
      kind: 'set',
      value: group(match, 'other') === '' ? value : value.replace(/^P1/, 'P2'),
      confidence: 0.85,
    };
  },
});

/** `daily`, `annually`: how often; as adjectives (`daily bread`) they tell nothing of time. */
export const howOften = absoluteRule({
  name: 'how-often',
  triggers: ['often'],
  pattern: `(?<word>${Object.keys(ADVERBS).join('|')})(?=[.,;:!?)]|\\s(?:to|in|on|at|by|for|from|since|and|with|as|because|until)\\b|\\s*$)`,
  read: (match): Length | null => {
    const value = /^[A-Z]/.test(match[0]) ? undefined : ADVERBS[group(match, 'word').toLowerCase()];
    return value === undefined ? null : { kind: 'set', value, confidence: 0.7 };
  },
});
