import { dayNumber, parseDay } from '../../common/calendar/civil.ts';
import type { DateMention, DateRole } from '../../model/date-mention.ts';
import type { Anchor } from './rule.ts';
import { pointsAhead } from './tense.ts';

const LEAD = 28;
const EXTENSION =
  '(?:(?:at\\s+|around\\s+|about\\s+|the\\s+|early\\s+|late\\s+|mid-?|end\\s+of\\s+|start\\s+of\\s+|beginning\\s+of\\s+|least\\s+|fiscal\\s+)*)';
const SINCE = new RegExp(`\\b(?:since|ever since)\\s+${EXTENSION}$`, 'i');
const DEADLINE = new RegExp(
  `\\b(?:until|till|no later than|deadline of|deadline is|due)\\s+(?:on\\s+)?${EXTENSION}$`,
  'i',
);
const SOFT_DEADLINE = new RegExp(`\\b(?:by|before)\\s+${EXTENSION}$`, 'i');
const FROM = new RegExp(`\\b(?:from|between)\\s+${EXTENSION}$`, 'i');
const RANGE_GAP = /^\s*(?:to|through|until|till|and|-|–|—)\s+(?:the\s+)?(?:early\s+|late\s+|mid-?)?$/i;

/**
 * What the words before a date make of it; without such words, days after the anchor's are scheduled, those that hold the anchor
 * as well where the sentence looks ahead (`votes today`), and all others reported.
 */
export function roleOf(
  date: DateMention,
  previous: DateMention | undefined,
  text: string,
  anchor: Anchor | null,
): DateRole {
  if (date.role === 'range') return 'range';
  if (previous?.role === 'range' && RANGE_GAP.test(text.slice(previous.end, Math.min(date.start, previous.end + LEAD))))
    return 'range';
  const before = text.slice(Math.max(0, date.start - LEAD), date.start);
  const from = parseDay(date.from);
  const isAhead = anchor !== null && from !== null && dayNumber(from) > anchor.day;
  const to = parseDay(date.to);
  const isOver = anchor !== null && to !== null && dayNumber(to) <= anchor.day;
  if (SINCE.test(before)) return 'since';
  if (!isOver && (DEADLINE.test(before) || SOFT_DEADLINE.test(before))) return 'deadline';
  if (FROM.test(before) && RANGE_GAP.test(gapAfter(text, date.end))) return 'range';
  if (isAhead) return 'scheduled';
  return !isOver && date.granularity !== 'century' && pointsAhead(text, date.start, date.end)
    ? 'scheduled'
    : 'reported';
}

/** The words right after a date as far as they can join a range. */
function gapAfter(text: string, end: number): string {
  return /^\s*(?:to|through|until|till|and|-|–|—)\s+/i.exec(text.slice(end, end + LEAD))?.[0] ?? '';
}
