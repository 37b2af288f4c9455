import type { Span } from '../../model/span.ts';

/** So many places of the same words are compared. */
const MOST_PLACES = 1_000;

/** Where the words stand in the text, whatever white space is between them: the place nearest to `near`; `null` where they stand nowhere. */
export function findWords(text: string, words: string, near: number): Span | null {
  const sought = squeeze(words.trim()).text;
  if (sought === '') return null;
  const squeezed = squeeze(text);
  let best: Span | null = null;
  let place = squeezed.text.indexOf(sought);
  for (let count = 0; place >= 0 && count < MOST_PLACES; count++) {
    const start = squeezed.offsets[place] ?? 0;
    const end = (squeezed.offsets[place + sought.length - 1] ?? 0) + 1;
    const isNearer = best === null || Math.abs(start - near) < Math.abs(best.start - near);
    if (isNearer && !cutsAWord(text, start) && !cutsAWord(text, end)) best = { start, end };
    place = squeezed.text.indexOf(sought, place + 1);
  }
  return best;
}

/** Whether letters or digits stand on both sides of the place. */
function cutsAWord(text: string, place: number): boolean {
  return (
    /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, place - 2), place)) &&
    /^[\p{L}\p{N}]/u.test(text.slice(place, place + 2))
  );
}

/** The text with each run of white space as one space, and the offset of each of its units in the text itself. */
function squeeze(text: string): { text: string; offsets: number[] } {
  const units: string[] = [];
  const offsets: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const unit = text[index] as string;
    const isSpace = /\s/.test(unit);
    if (isSpace && units.at(-1) === ' ') continue;
    units.push(isSpace ? ' ' : unit);
    offsets.push(index);
  }
  return { text: units.join(''), offsets };
}
