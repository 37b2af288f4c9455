import { cardinal } from '../../common/calendar/english.ts';
import { COUNT } from '../../common/calendar/patterns.ts';
import type { DateMention } from '../../model/date-mention.ts';
import { unitsAway } from './units-away.ts';

const LONGEST = 80;
/** Up to three words may stand between, as in `two days after the vote on Nov. 5`; a verb of saying begins something else. */
const EVENT =
  "(?:(?!(?:said|says|told|and|but|or)\\b)[a-z][a-z'’-]{0,24}\\s){0,3}(?:(?!(?:said|says|told|and|but|or)\\b)[a-z]{1,24}\\s)?";
const FROM_EVENT = new RegExp(
  `(?<![A-Za-z0-9.,-])(?<words>(?:(?<count>${COUNT})\\s(?<unit>day|week|month|year)s?|the\\s(?<next>day|week|month|year))\\s(?<way>before|after|following|prior\\sto)|the\\s(?<eve>eve)\\sof)\\s${EVENT}$`,
  'i',
);

/**
 * The date that the words before another one count from it (`two days after the Nov. 5 vote`, `the day before Christmas`, `on the eve of`), or
 * `null` where they count none. Its text is the words that count: the other date stands on its own.
 */
export function countedFrom(date: DateMention, text: string, floor: number): DateMention | null {
  const begin = Math.max(floor, date.start - LONGEST);
  const match = FROM_EVENT.exec(text.slice(begin, date.start));
  if (match?.groups === undefined) return null;
  const { words = '', count, unit, next, way, eve } = match.groups;
  const number = count === undefined ? 1 : cardinal(count);
  if (number === null) return null;
  const isBefore = eve !== undefined || /^(?:before|prior)/i.test(way ?? '');
  const period = unitsAway(date, (unit ?? next ?? 'day').toLowerCase(), isBefore ? -number : number);
  if (period === null) return null;
  const start = begin + match.index;
  const mention = { text: words, start, end: start + words.length, anchor: date.anchor, role: 'reported' as const };
  return { ...mention, ...period, rule: 'from-event', confidence: 0.6 };
}
