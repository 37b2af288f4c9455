import type { Article } from '../article.ts';
import { lowerAt, tokenAt } from '../article.ts';
import { genderOfGivenName } from '../lexicon/given-names.ts';
import { ORGANISATION_WORDS } from '../lexicon/organisations.ts';
import { isPlace } from '../lexicon/places.ts';
import { isRoleHead } from '../lexicon/roles.ts';
import { wordSet } from '../lexicon/words.ts';
import { BEFORE_OF, mayBeName, opensSentence } from './name-words.ts';

/** After these, "for" or "on" and a capital do: "Centre for Tidal Studies", "Council on Foreign Relations". */
export const BEFORE_FOR = wordSet(
  'center centre council institute agency department ministry coalition committee commission association foundation fund society organization organisation bureau office alliance network campaign movement school academy college board conference commissioner secretary',
);

const LONGEST_HOUSE = 5;

/** True where "and" behind the token only joins two fields of one house: "Ministry of Health and Social Care", not "Ministry of Health and Ann Roe". */
export function sharesHead(article: Article, index: number): boolean {
  const tie = [index - 1, index - 2].find((at) => /^(?:of|for)$/.test(lowerAt(article, at)));
  const next = tokenAt(article, index + 2);
  if (tie === undefined || !BEFORE_FOR.has(lowerAt(article, tie - 1)) || !mayBeName(article, index + 2)) return false;
  return (
    !/^\p{Lu}{2,}/u.test(next.text) &&
    !isRoleHead(next.lower) &&
    !BEFORE_OF.has(next.lower) &&
    genderOfGivenName(next.lower) === undefined &&
    !ORGANISATION_WORDS.has(next.lower)
  );
}

/** True where "and" stands inside the name of a house: "the Water and Children Office", "the Food and Drug Administration". */
export function joinsHouse(article: Article, index: number): boolean {
  const word = lowerAt(article, index);
  const loud = /^\p{Lu}{2,}/u.test(tokenAt(article, index).text);
  if (loud || ORGANISATION_WORDS.has(word) || isPlace(word) || isRoleHead(word)) return false;
  let first = index;
  while (first > 0 && tokenAt(article, first - 1).capital && index - first < LONGEST_HOUSE) first--;
  // at the start of a sentence the article has a capital too
  if (!/^the$/.test(lowerAt(article, first)) && lowerAt(article, first - 1) !== 'the' && !opensSentence(article, first))
    return false;
  if (first < index && isPlace(`${lowerAt(article, index - 1)} ${word}`)) return false;
  let last = index + 1;
  while (last - index <= LONGEST_HOUSE && tokenAt(article, last + 1).capital) last++;
  const names = [word, lowerAt(article, index + 2)].some((one) => genderOfGivenName(one) !== undefined);
  return (
    !names &&
    last > index + 2 &&
    ORGANISATION_WORDS.has(lowerAt(article, last)) &&
    !ORGANISATION_WORDS.has(lowerAt(article, last - 1))
  );
}
