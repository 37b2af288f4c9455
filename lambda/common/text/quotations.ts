import type { Span } from '../../model/span.ts';
import type { Token } from './tokens.ts';

/** What stands between two quotation marks of one paragraph; `first` and `last` are token indexes, marks included. */
export interface Quotation {
  first: number;
  last: number;
  /** Offsets of the marks' outer edges. */
  start: number;
  end: number;
  /** Offsets of the words inside. */
  innerStart: number;
  innerEnd: number;
  /** False where the paragraph ends before a closing mark. */
  closed: boolean;
  /** Index of the quotation in the paragraph before that this one carries on, or -1. */
  continues: number;
}

const OPENING = new Set(['“', '„', ',,', '``', '«', '‘‘']);
const CLOSING = new Set(['”', '»', '’’']);
const EITHER = new Set(['"', "''"]);
const SINGLE_OPEN = new Set(['‘', "'", '`']);
const SINGLE_CLOSE = new Set(['’', "'"]);
const ELISIONS = new Set('em til tis twas cause bout n round'.split(' '));
const BEFORE_OPEN = /[\s([{—–\-/]/u;
/** A closing single mark and the space that some papers set before the double one: 'Enough,' " he said. */
const NESTED_END = /[\p{L}.,!?]['’]\s$/u;
const AFTER_CLOSE = /[\s.,;:!?)\]}—–\-…]/u;

/** A double mark between a sentence's end and a capital, where the space is missing: hire."She */
const GLUED_END = /[.!?,…]$/u;
const closesGlued = (text: string, token: Token): boolean =>
  GLUED_END.test(text[token.start - 1] ?? '') && /\p{Lu}/u.test(text[token.end] ?? '');

const opensAt = (text: string, token: Token): boolean =>
  (token.start === 0 || BEFORE_OPEN.test(text[token.start - 1] ?? '')) && /\S/u.test(text[token.end] ?? ' ');
const closesAt = (text: string, token: Token): boolean =>
  token.start > 0 &&
  (/\S/u.test(text[token.start - 1] ?? ' ') || NESTED_END.test(text.slice(token.start - 3, token.start))) &&
  (token.end >= text.length || AFTER_CLOSE.test(text[token.end] ?? ''));

/** True for an opening mark where only a closing one can stand: “It is late,“ she said. */
const endsWords = (text: string, token: Token): boolean =>
  /[\p{L}.,!?…]/u.test(text[token.start - 1] ?? '') && !/\S/u.test(text[token.end] ?? ' ');

/** Index of the mark that closes the single mark at `open`, or -1; apostrophes of plurals ("workers’ rights") do not. */
function closingSingle(text: string, tokens: Token[], open: number, until: number): number {
  for (let index = open + 1; index < until; index++) {
    const token = tokens[index] as Token;
    if (!SINGLE_CLOSE.has(token.text) || !closesAt(text, token)) continue;
    const before = text[token.start - 1] ?? '';
    if (before !== 's' || /[,.;:]/.test(text[token.end] ?? ',')) return index;
  }
  return -1;
}

/**
 * Quotations in order, found paragraph by paragraph, so that one odd mark spoils one paragraph at most. An unclosed one
 * ends with its paragraph, and is carried on where the next paragraph opens with a mark. Marks known: " “ ” „ '' `` « » ‘ ’ '.
 */
export function findQuotations(text: string, tokens: Token[], paragraphs: Span[]): Quotation[] {
  const found: Quotation[] = [];
  let index = 0;
  let unclosed = -1;
  const close = (first: number, last: number, closed: boolean, opensParagraph: boolean): void => {
    const from = tokens[first] as Token;
    const to = tokens[last] as Token;
    const continues = opensParagraph ? unclosed : -1;
    const innerEnd = Math.max(closed ? to.start : to.end, from.end);
    found.push({ first, last, start: from.start, end: to.end, innerStart: from.end, innerEnd, closed, continues });
  };
  for (const paragraph of paragraphs) {
    while ((tokens[index]?.start ?? text.length) < paragraph.start) index++;
    const begin = index;
    let until = index;
    while (until < tokens.length && (tokens[until] as Token).start < paragraph.end) until++;
    let open = -1;
    let singles = true;
    for (; index < until; index++) {
      const token = tokens[index] as Token;
      if (token.kind !== 'quote') continue;
      const mark = token.text;
      if (open < 0 && SINGLE_OPEN.has(mark)) {
        const next = tokens[index + 1];
        if (!singles || !opensAt(text, token) || next?.kind !== 'word' || ELISIONS.has(next.lower)) continue;
        const last = closingSingle(text, tokens, index, until);
        if (last < 0) singles = false;
        else {
          close(index, last, true, index === begin);
          index = last;
        }
        continue;
      }
      if (SINGLE_OPEN.has(mark) || SINGLE_CLOSE.has(mark)) continue;
      const german =
        open >= 0 && mark === '“' && (/^(?:„|,,)$/.test(tokens[open]?.text ?? '') || endsWords(text, token));
      const either = EITHER.has(mark);
      const opens = either ? opensAt(text, token) : OPENING.has(mark) && !german;
      const closes = either
        ? closesAt(text, token) || (open >= 0 && closesGlued(text, token))
        : CLOSING.has(mark) || german;
      if (open >= 0 && (closes || !opens)) {
        close(open, index, true, open === begin);
        open = -1;
      } else if (opens || (either && !closes)) open = index;
    }
    const unfinished = open >= 0;
    if (unfinished) close(open, until - 1, false, open === begin);
    unclosed = unfinished ? found.length - 1 : -1;
    index = until;
  }
  return found;
}
