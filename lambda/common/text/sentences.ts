import type { Span } from '../../model/span.ts';
import { isTitle, mayEndSentence } from './abbreviations.ts';
import type { Quotation } from './quotations.ts';
import type { Token } from './tokens.ts';

/** A sentence as a range of tokens, `last` exclusive. */
export interface Sentence {
  first: number;
  last: number;
  paragraph: number;
}

/** Longer "sentences" are lists, tables or noise; cutting them keeps all later work linear. */
const LONGEST = 250;
const TERMINAL = /^(?:[.!?…]|\.{2,})$/;
const STARTERS = new Set(
  `the a an he she it they we i you this that these those there his her their its our in on at but and or as if when while after
  before for from by with to not no what who how why where some many most all both one`.split(/\s+/),
);

const startsSentence = (token: Token | undefined): boolean =>
  token === undefined ||
  token.kind === 'quote' ||
  token.kind === 'number' ||
  token.capital ||
  /^[([—–-]/.test(token.text);

/** True where only the space between two sentences is missing, as in "graduates.In response" and 'hire."She'; a name's dot has capitals or figures before it. */
function isGlued(tokens: Token[], index: number): boolean {
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  if (before?.kind !== 'word' || before.end !== tokens[index]?.start || next?.kind !== 'word' || !next.capital)
    return false;
  return /^\p{Ll}{3,}$/u.test(before.text) && /^\p{Lu}\p{Ll}*$/u.test(next.text) && STARTERS.has(next.lower);
}

/** True where the sentence ends after the token at `index`, which stands outside quotations or closes one. */
function endsAfter(tokens: Token[], index: number, closesQuotation: boolean): boolean {
  const token = tokens[index] as Token;
  const next = tokens[index + 1];
  if (closesQuotation) return TERMINAL.test(tokens[index - 1]?.text ?? '') && startsSentence(next);
  if (token.kind === 'word' && token.text.endsWith('.'))
    return next?.kind === 'quote'
      ? !isTitle(token.text) && tokens[index + 2]?.capital === true
      : mayEndSentence(token.text) && next?.capital === true && STARTERS.has(next.lower);
  if (token.text === ')') return TERMINAL.test(tokens[index - 1]?.text ?? '') && startsSentence(next);
  if (!TERMINAL.test(token.text) || next === undefined) return false;
  if (next.start === token.end) return isGlued(tokens, index);
  return startsSentence(next);
}

/** Sentences in order; none is split inside a quotation, nor after an abbreviation, and none reaches over a paragraph. */
export function splitSentences(tokens: Token[], paragraphs: Span[], quotations: Quotation[]): Sentence[] {
  const sentences: Sentence[] = [];
  let index = 0;
  let quotation = 0;
  paragraphs.forEach((span, paragraph) => {
    let first = index;
    while (index < tokens.length && (tokens[index] as Token).start < span.end) {
      const quoted = quotations[quotation];
      const closes = quoted !== undefined && quoted.first === index;
      if (closes) {
        index = quoted.last;
        quotation++;
      }
      if (endsAfter(tokens, index, closes) || index - first >= LONGEST) {
        sentences.push({ first, last: index + 1, paragraph });
        first = index + 1;
      }
      index++;
    }
    if (index > first) sentences.push({ first, last: index, paragraph });
  });
  return sentences;
}
