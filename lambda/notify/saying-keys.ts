import { fold } from '../common/fold.ts';
import { shortHash } from '../common/hash.ts';
import { foldedWords } from '../common/words.ts';
import type { Statement } from '../model/statement.ts';

/** Fewer words are anybody's: "We are ready." */
const FEWEST_WORDS = 7;

/** Whether the statements share at least half of the words of the shorter one: then a changed article says the same again. */
export function sharesHalfOfWords(one: string, other: string): boolean {
  const [words, others] = [new Set(foldedWords(one)), new Set(foldedWords(other))];
  const shorter = Math.min(words.size, others.size);
  const common = [...words].filter((word) => others.has(word)).length;
  return shorter > 0 && common * 2 >= shorter;
}

/**
 * By what a saying is known again in another article: its id where the hourly run has found it, and its words. Empty where it has too few words to be
 * known by them.
 */
export function sayingKeys({ text, sayingId }: Pick<Statement, 'text' | 'sayingId'>): string[] {
  const folded = fold(text);
  const byWords = folded.split(' ').length >= FEWEST_WORDS ? [shortHash('words', folded)] : [];
  return [...byWords, ...(sayingId === undefined ? [] : [shortHash('saying', sayingId)])];
}
