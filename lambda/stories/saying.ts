import { keyOfWords } from './hash-words.ts';
import { normalWords } from './normal-words.ts';

/** The words of a statement as far as it is known again elsewhere. */
export interface Saying {
  words: string[];
  /** By which statements with words in common find each other, at most three. */
  keys: string[];
}

/** Fewer words are anybody's: "We are very happy with the result." */
const FEWEST_WORDS = 7;
/** A longer statement is known by its beginning. */
const MOST_WORDS = 80;
const WORDS_A_KEY = 3;
const KEYS = 3;
/** So many of the shorter one's words stand in the other in the same order. */
const SHARE_IN_COMMON = 0.8;

/** What a statement's words are known by; `null` where they are too few. */
export function sayingOf(text: string): Saying | null {
  const words = normalWords(text.slice(0, MOST_WORDS * 20)).slice(0, MOST_WORDS);
  if (words.length < FEWEST_WORDS) return null;
  const runs = words.slice(0, 1 - WORDS_A_KEY).map((_, index) => keyOfWords(words.slice(index, index + WORDS_A_KEY)));
  return { words, keys: [...new Set(runs)].sort().slice(0, KEYS) };
}

/** Whether both are the same words: whole, cut, or with a word changed. Other figures are other words. At most 6,400 comparisons. */
export function isSameSaying(one: readonly string[], other: readonly string[]): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < FEWEST_WORDS) return false;
  const { length, start, end } = longestCommon(one, other);
  if (length < SHARE_IN_COMMON * shorter) return false;
  const [left, right] = [one.slice(start.one, end.one), other.slice(start.other, end.other)];
  return figuresOf(left) === figuresOf(right);
}

const figuresOf = (words: readonly string[]): string => words.filter((word) => /\d/.test(word)).join(' ');

/** The length of the longest common subsequence, and the stretches that it reaches over. */
function longestCommon(one: readonly string[], other: readonly string[]) {
  const width = other.length + 1;
  const table = new Uint8Array((one.length + 1) * width);
  for (let row = one.length - 1; row >= 0; row--) {
    for (let column = other.length - 1; column >= 0; column--) {
      const at = row * width + column;
      table[at] =
        one[row] === other[column]
          ? 1 + (table[at + width + 1] as number)
          : Math.max(table[at + width] as number, table[at + 1] as number);
    }
  }
  const [start, end] = [
    { one: 0, other: 0 },
    { one: 0, other: 0 },
  ];
  let found = 0;
  for (let row = 0, column = 0; row < one.length && column < other.length; ) {
    const at = row * width + column;
    if (one[row] === other[column]) {
      if (found++ === 0) Object.assign(start, { one: row, other: column });
      Object.assign(end, { one: row + 1, other: column + 1 });
      row++;
      column++;
    } else if ((table[at + width] as number) >= (table[at + 1] as number)) row++;
    else column++;
  }
  return { length: table[0] as number, start, end };
}
