/** Characters without a width that only steer how others are set: zero-width spaces, soft hyphens, word joiners, marks of direction. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g;

/** A text without invisible characters, and where each place of it stood before. */
export interface VisibleText {
  text: string;
  /** The place in the whole text of a place in this one; of an exclusive end, right behind its last character. */
  start(place: number): number;
  end(place: number): number;
}

/** The text without invisible characters; `null` where it has none. */
export function visibleText(text: string): VisibleText | null {
  if (text.search(INVISIBLE) < 0) return null;
  const places: number[] = [];
  const parts: string[] = [];
  let from = 0;
  const keep = (end: number): void => {
    parts.push(text.slice(from, end));
    for (let at = from; at < end; at++) places.push(at);
  };
  for (const match of text.matchAll(INVISIBLE)) {
    keep(match.index);
    from = match.index + match[0].length;
  }
  keep(text.length);
  return {
    text: parts.join(''),
    start: (place) => places[place] ?? text.length,
    end: (place) => (place === 0 ? 0 : (places[place - 1] ?? text.length - 1) + 1),
  };
}
