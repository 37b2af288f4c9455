import { fold } from '../../common/fold.ts';
import { foldedWords } from '../../common/words.ts';

/**
 * Tells whether the texts have each of the terms, as foldedTerms gives them: a word, where one of theirs begins with it, or a phrase, which stands in
 * one text whole. No terms match every text.
 */
export function hasWords(texts: string | readonly (string | null | undefined)[], terms: readonly string[]): boolean {
  if (terms.length === 0) return true;
  const folded = [texts]
    .flat()
    .map((text) => ` ${fold(text ?? '')} `)
    .join('|');
  return terms.every((term) => folded.includes(` ${term}`));
}

/** The terms that someone typed: folded words, each once, and folded phrases in quotation marks, which end with a space. */
export function foldedTerms(text: string): string[] {
  const terms: string[] = [];
  for (const [, phrase, words] of text.matchAll(/["“”„]([^"“”„]*)["“”„]|([^"“”„]+)/g)) {
    if (words !== undefined) terms.push(...foldedWords(words));
    else if (fold(phrase ?? '') !== '') terms.push(`${fold(phrase ?? '')} `);
  }
  return [...new Set(terms)];
}
