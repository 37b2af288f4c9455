import type { Span } from '../../model/span.ts';

const HAS_WORD = /[\p{L}\p{N}]/u;
/** A pause inside the closing mark: “We sail,” she said. */
const PAUSE = /^([,;:])\s?["'”’»]/;
const MARKS = /[\s"'“”„‘’«»`]+/gu;
const CAPITAL = /^\p{Lu}/u;

/**
 * What stands between two spans in their place. The comma before an attribution is that of the words only where a new sentence follows: “The
 * bridge,” she said, “will stand” has none.
 */
function joint(gap: string, next: string): string {
  if (!HAS_WORD.test(gap)) return `${gap.replace(MARKS, '')} `;
  const mark = PAUSE.exec(gap)?.[1] ?? '';
  return `${mark === ',' && !CAPITAL.test(next) ? '' : mark} … `;
}

/**
 * The words of a statement as a reader quotes them: those of each span as they stand in the text, an ellipsis where words
 * between two spans are left out, and a space where only quotation marks or a paragraph's end part them.
 */
export function wordsOfSpans(text: string, spans: readonly Span[]): string {
  return spans
    .map(({ start, end }, index) => {
      const next = spans[index + 1];
      const words = text.slice(start, end);
      if (next === undefined) return words;
      return words + joint(text.slice(end, next.start), text.slice(next.start, next.start + 2));
    })
    .join('');
}
