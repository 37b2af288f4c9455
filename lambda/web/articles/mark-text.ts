import type { Span } from '../../model/span.ts';

/** A stretch of text that the same marks cover: the numbers of the marked spans. */
export interface MarkedPiece {
  text: string;
  start: number;
  marks: number[];
}

/** Cuts a text where marked spans begin and end, so that each piece has the same marks throughout; the pieces are the text. */
export function markText(text: string, spans: Span[]): MarkedPiece[] {
  const events = spans
    .flatMap(({ start, end }, mark) => {
      const [from, to] = [Math.min(start, text.length), Math.min(end, text.length)];
      return from < to
        ? [
            { at: from, mark, opens: true },
            { at: to, mark, opens: false },
          ]
        : [];
    })
    .sort((left, right) => left.at - right.at);
  const pieces: MarkedPiece[] = [];
  const open = new Set<number>();
  let place = 0;
  for (const { at, mark, opens } of [...events, { at: text.length, mark: -1, opens: false }]) {
    if (at > place) pieces.push({ text: text.slice(place, at), start: place, marks: [...open] });
    place = at;
    if (opens) open.add(mark);
    else open.delete(mark);
  }
  return pieces;
}
