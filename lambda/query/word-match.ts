import { fold } from '../common/fold.ts';

/** Tells whether a text has, for each of the folded words, a word that begins with it; no words match every text. */
export function hasWords(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const folded = ` ${fold(text)}`;
  return words.every((word) => folded.includes(` ${word}`));
}

/** The folded words of what someone typed, each once. */
export function foldedWords(text: string): string[] {
  return [...new Set(fold(text).split(' '))].filter((word) => word !== '');
}
