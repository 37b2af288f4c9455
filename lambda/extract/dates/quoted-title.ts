import type { DateMention } from '../../model/date-mention.ts';

/** Granularities of words that titles are made of: nobody quotes a whole date as a title. */
const CAN_BE_TITLE = new Set(['which-period', 'bare-year', 'day-word', 'which-day-part', 'which-weekday']);
const OPENED = /[A-Za-z’']\s(?:["'“‘]|``)$/;
const CLOSED = /^(?:[,.]?(?:["”’]|'')|[,.]?'(?![A-Za-z]))/;
const SMALL_WORD = /(?:^|\s)[a-z]/;

/** Whether a date stands alone between quotation marks in the middle of a sentence, capitals on each word: it is the title of a show, book or song, as `on "This Week,"` and `the novel "1984"`. */
export function isQuotedTitle({ start, end, rule, text: words }: DateMention, text: string): boolean {
  if (!CAN_BE_TITLE.has(rule) || SMALL_WORD.test(words)) return false;
  return OPENED.test(text.slice(Math.max(0, start - 4), start)) && CLOSED.test(text.slice(end, end + 3));
}
