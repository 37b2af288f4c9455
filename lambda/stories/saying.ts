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
/** Fewer words in a row, with at most so many others between them, are found in any two texts. */
const WORDS_A_RUN = 3;
const WORDS_CHANGED = 3;

/** What a statement's words are known by; `null` where they are too few. */
export function sayingOf(text: string): Saying | null {
  const words = normalWords(text.slice(0, MOST_WORDS * 20)).slice(0, MOST_WORDS);
  if (words.length < FEWEST_WORDS) return null;
  const runs = words.slice(0, 1 - WORDS_A_KEY).map((_, index) => keyOfWords(words.slice(index, index + WORDS_A_KEY)));
  return { words, keys: [...new Set(runs)].sort().slice(0, KEYS) };
}

/**
 * Whether both are the same words: whole, cut, with words left out in the middle, or with a word changed. Words that stand in both here and there do not count, and
 * other figures are other words. At most 6,400 comparisons.
 */
export function isSameSaying(one: readonly string[], other: readonly string[]): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < FEWEST_WORDS) return false;
  const runs = runsOf(longestCommon(one, other)).filter((run) => run.length >= WORDS_A_RUN);
  const common = runs.reduce((sum, { length }) => sum + length, 0);
  return common >= SHARE_IN_COMMON * shorter && runs.every((run) => haveSameFigures(one, other, run));
}

/** Where the same word stands in each. */
interface Pair {
  one: number;
  other: number;
}

/** Pairs cut into runs: a run ends where one of the two goes on with more than a few other words. */
function runsOf(pairs: readonly Pair[]): Pair[][] {
  const runs: Pair[][] = [];
  for (const pair of pairs) {
    const last = runs.at(-1)?.at(-1);
    const isNear = last && pair.one - last.one <= WORDS_CHANGED + 1 && pair.other - last.other <= WORDS_CHANGED + 1;
    if (isNear) runs.at(-1)?.push(pair);
    else runs.push([pair]);
  }
  return runs;
}

function haveSameFigures(one: readonly string[], other: readonly string[], run: readonly Pair[]): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return true;
  return figuresOf(one.slice(first.one, last.one + 1)) === figuresOf(other.slice(first.other, last.other + 1));
}

const figuresOf = (words: readonly string[]): string => words.filter((word) => /\d/.test(word)).join(' ');

/** A longest common subsequence. */
function longestCommon(one: readonly string[], other: readonly string[]): Pair[] {
  const width = other.length + 1;
  const lengths = new Uint8Array((one.length + 1) * width);
  for (let row = one.length - 1; row >= 0; row--) {
    for (let column = other.length - 1; column >= 0; column--) {
      const at = row * width + column;
      lengths[at] =
        one[row] === other[column]
          ? 1 + (lengths[at + width + 1] as number)
          : Math.max(lengths[at + width] as number, lengths[at + 1] as number);
    }
  }
  const pairs: Pair[] = [];
  for (let row = 0, column = 0; row < one.length && column < other.length; ) {
    const at = row * width + column;
    if (one[row] === other[column]) pairs.push({ one: row++, other: column++ });
    else if ((lengths[at + width] as number) >= (lengths[at + 1] as number)) row++;
    else column++;
  }
  return pairs;
}
