import type { Article } from '../article.ts';
import { lowerAt } from '../article.ts';
import { cueForm } from '../lexicon/cue-verbs.ts';
import { AUXILIARIES } from '../lexicon/function-words.ts';
import { wordSet } from '../lexicon/words.ts';
import { isQuoted } from './walk.ts';

const MODALS = wordSet('will would could should can may might must');

/** Index of the first wanted word within `reach` tokens outside quotations, before any word that stops the search; -1 where there is none. */
export function withinReach(
  article: Article,
  at: number,
  limit: number,
  reach: number,
  wanted: (word: string) => boolean,
  stop: (word: string) => boolean,
): number {
  for (let index = at; index < limit && index - at < reach && !isQuoted(article, index); index++) {
    const word = lowerAt(article, index);
    if (wanted(word)) return index;
    if (stop(word)) return -1;
  }
  return -1;
}

/** True for words that show a clause: auxiliaries, subject pronouns, forms in -ed, verbs of saying. */
export function isVerbal(word: string): boolean {
  if (AUXILIARIES.has(word) || MODALS.has(word) || /^(?:he|she|it|they|we|i|there)$/.test(word)) return true;
  return (
    (word.length > 4 && word.endsWith('ed')) || (word.length > 2 && word.includes("'")) || cueForm(word) !== undefined
  );
}

/** True where a finite verb, as far as its form tells, stands among the first words: "is", "would", "closed". */
export function hasVerb(article: Article, first: number, limit: number): boolean {
  for (let at = first; at < limit && at - first < 20; at++)
    if (isQuoted(article, at) || isVerbal(lowerAt(article, at))) return true;
  return false;
}
