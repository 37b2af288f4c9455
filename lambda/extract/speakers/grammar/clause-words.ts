import { type Article, lowerAt } from '../article.ts';
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

/** Past forms that no ending shows and that are neither nouns nor adjectives. */
const IRREGULAR = wordSet(
  'went came gave took knew grew threw drew wrote spoke began flew kept brought chose got became understood meant lost won paid',
);

const REACH = 20;
const NO_VERB_BEHIND = /^(?:a|an|the|his|her|its|their|of|to|for|in|on|by|with|and)$/;

/** True for words that show a clause: auxiliaries, subject pronouns, forms in -ed, verbs of saying. */
export function isVerbal(word: string): boolean {
  if (AUXILIARIES.has(word) || MODALS.has(word) || IRREGULAR.has(word) || /^(?:he|she|it|they|we|i|there)$/.test(word))
    return true;
  return (
    (word.length > 4 && word.endsWith('ed')) || (word.length > 2 && word.includes("'")) || cueForm(word) !== undefined
  );
}

/** Relative pronouns and the like, behind which a verb is no longer that of the clause itself. */
const INNER = wordSet('who which that whose where when after before while because if as');

/** True where a finite verb stands before any comma and any clause inside: "his plan would fail", not "his plan, which failed". */
function hasOwnVerb(article: Article, first: number, limit: number): boolean {
  for (let at = first + 1; at < limit && at - first < REACH; at++) {
    const word = lowerAt(article, at);
    if (isQuoted(article, at)) return true;
    if (word === ',' || word === ';' || INNER.has(word)) return false;
    if (isVerbal(word) && !NO_VERB_BEHIND.test(lowerAt(article, at - 1))) return true;
  }
  return false;
}

/** True where a finite verb, as far as its form tells, stands among the first words: "is", "would", "closed". */
export function hasVerb(article: Article, first: number, limit: number): boolean {
  for (let at = first; at < limit && at - first < 20; at++)
    if (isQuoted(article, at) || isVerbal(lowerAt(article, at))) return true;
  return false;
}

/** True where the words are a clause of their own, and no plain object: "he would run", not "his candidacy". */
export function isClause(article: Article, first: number, limit: number): boolean {
  if (/^(?:his|her|its|their|a|an)$/.test(lowerAt(article, first))) return hasOwnVerb(article, first, limit);
  return hasVerb(article, first, limit);
}
