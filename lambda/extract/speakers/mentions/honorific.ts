import type { Article } from '../article.ts';
import { lowerAt, tokenAt } from '../article.ts';
import { type HonorificGender, honorificOf, isStyle } from '../lexicon/honorifics.ts';

/** A form of address at a token: its last token and the gender that it tells. */
export interface FoundHonorific {
  last: number;
  gender: HonorificGender;
}

const LONGEST = 3;

/** The form of address that starts at the token ("H E", "Datuk Seri", "Dr."), or `null`; all its words have a capital. */
export function honorificAt(article: Article, index: number): FoundHonorific | null {
  if (!tokenAt(article, index).capital) return null;
  const next: string[] = [];
  for (let at = index; at < index + LONGEST && tokenAt(article, at).capital; at++) next.push(lowerAt(article, at));
  // "He" is a pronoun, and "HE" a form of address
  if (next[0] === 'he' && tokenAt(article, index).text !== 'HE') return null;
  const found = honorificOf(next);
  if (found === null) return null;
  const owner = lowerAt(article, index - 1);
  const style = isStyle(next[found.size - 1] ?? '');
  const gender = style ? (owner === 'his' ? 'male' : owner === 'her' ? 'female' : null) : found.gender;
  return { last: index + found.size - 1, gender };
}
