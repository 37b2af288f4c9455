import type { Mark } from './article-marks.ts';

/** A stretch of a text with the marks that stand in it, their offsets into the stretch. */
export interface TextWindow {
  text: string;
  marks: Mark[];
}

const BEFORE = 320;
const LONGEST_INSIDE = 2_400;

/** The text around a statement, cut at words and marked `…` where it was cut; of a very long statement its beginning only. */
export function windowAround(text: string, { start, end }: { start: number; end: number }, marks: Mark[]): TextWindow {
  let from = wordBoundary(text, Math.max(0, start - BEFORE), 1);
  let to = wordBoundary(text, Math.min(text.length, Math.min(end, start + LONGEST_INSIDE) + BEFORE), -1);
  while (from < start && isSpace(text, from)) from += 1;
  while (to > from && isSpace(text, to - 1)) to -= 1;
  const [cutBefore, cutAfter] = [from > 0 ? '… ' : '', to < text.length ? ' …' : ''];
  const shift = cutBefore.length - from;
  return {
    text: `${cutBefore}${text.slice(from, to)}${cutAfter}`,
    marks: marks
      .filter((mark) => mark.end > from && mark.start < to)
      .map((mark) => ({ ...mark, start: Math.max(mark.start, from) + shift, end: Math.min(mark.end, to) + shift })),
  };
}

const REACH = 60;

/** The next place in that direction where no word is cut; the place itself where a word goes on for too long. */
function wordBoundary(text: string, place: number, step: 1 | -1): number {
  for (let at = place, steps = 0; steps < REACH; at += step, steps += 1) {
    if (at <= 0) return 0;
    if (at >= text.length) return text.length;
    if (isSpace(text, at - 1)) return at;
  }
  return place;
}

function isSpace(text: string, place: number): boolean {
  return /\s/.test(text[place] ?? '');
}
