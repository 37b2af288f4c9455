import { isAbbreviation } from './abbreviations.ts';

/** So far to either side a sentence is looked for; longer ones are cut at a word. */
const REACH = 240;

const BOUNDARY = /[.!?…]["”’»)\]]{0,2}\s+(?=["“‘«([]?[\p{Lu}\p{N}])|[\n\r\u2028\u2029]+/gu;
const LAST_WORD = /([\p{L}.]+)\.\s+$/u;

const endsSentence = (window: string, boundary: RegExpExecArray): boolean => {
  if (/[\n\r\u2028\u2029]/.test(boundary[0])) return true;
  const end = boundary.index + boundary[0].length;
  const word = LAST_WORD.exec(window.slice(Math.max(0, end - 12), end))?.[1];
  return word === undefined || !(isAbbreviation(word) || /^\p{Lu}$/u.test(word));
};

/** The sentence of the text that the span stands in, on one line; at most some 500 characters, cut at words with `…`. */
export function sentenceAround(text: string, start: number, end: number): string {
  const from = Math.max(0, start - REACH);
  const to = Math.min(text.length, Math.max(end, start) + REACH);
  const window = text.slice(from, to);
  let first = from === 0 ? 0 : Math.max(0, window.indexOf(' ') + 1);
  let last = to === text.length ? window.length : Math.max(end - from, window.lastIndexOf(' '));
  let cutBefore = from > 0;
  let cutAfter = to < text.length;
  for (const boundary of window.matchAll(BOUNDARY)) {
    if (!endsSentence(window, boundary)) continue;
    const next = boundary.index + boundary[0].length;
    if (next <= start - from) {
      first = next;
      cutBefore = false;
    } else if (boundary.index >= end - from - 1) {
      last = next;
      cutAfter = false;
      break;
    }
  }
  const sentence = window
    .slice(Math.min(first, start - from), last)
    .replace(/\s+/g, ' ')
    .trim();
  return `${cutBefore ? '…' : ''}${sentence}${cutAfter ? '…' : ''}`;
}
