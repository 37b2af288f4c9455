import { fold } from './fold.ts';

/** The folded words of a text, each once, in the order of their first places. */
export function foldedWords(text: string): string[] {
  return [...new Set(fold(text).split(' '))].filter((word) => word !== '');
}
