import { fold } from '../../common/fold.ts';

/** Scripts that don't part words: each character counts as one. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;
/** Soft hyphens, and characters without width, which stand within words. */
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]/g;
const SHINGLE = 3;

/** The words of a text in order, without case, accents and punctuation. */
export function wordsOf(text: string): string[] {
  return fold(text.replace(INVISIBLE, '')).match(WORD) ?? [];
}

function shinglesOf(words: readonly string[], size: number): string[] {
  const shingles: string[] = [];
  for (let index = 0; index + size <= words.length; index += 1)
    shingles.push(words.slice(index, index + size).join(' '));
  return shingles;
}

/**
 * How much of `part` stands in `whole` in the same order: the share of its runs of three words (fewer where it has fewer)
 * that `whole` has too, from 0 to 1; 0 where `part` has no words.
 */
export function sharedShingles(part: readonly string[], whole: readonly string[]): number {
  const size = Math.min(SHINGLE, part.length);
  if (size === 0) return 0;
  const known = new Set(shinglesOf(whole, size));
  const wanted = shinglesOf(part, size);
  return wanted.filter((shingle) => known.has(shingle)).length / wanted.length;
}

/** The share of the words of `part` that stand anywhere in `whole`; short words, which every text has, don't count. */
export function sharedWords(part: readonly string[], whole: ReadonlySet<string>): number {
  const wanted = [...new Set(part)].filter((word) => word.length > 3 || /\P{ASCII}/u.test(word));
  return wanted.length === 0 ? 0 : wanted.filter((word) => whole.has(word)).length / wanted.length;
}

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** About as many letters of English say what one such character says. */
const LETTERS_PER_CHARACTER = 3;

/** How much a text says, in characters of English. */
export function sizeOf(text: string): number {
  return text.length + (text.match(DENSE)?.length ?? 0) * (LETTERS_PER_CHARACTER - 1);
}
