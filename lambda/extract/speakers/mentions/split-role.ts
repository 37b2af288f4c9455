import { type Article, lowerAt, sliceOf, tokenAt } from '../article.ts';
import { cueForm } from '../lexicon/cue-verbs.ts';
import { DETERMINERS, FUNCTION_WORDS, isManner } from '../lexicon/function-words.ts';
import { genderOfGivenName } from '../lexicon/given-names.ts';
import { ORGANISATION_WORDS } from '../lexicon/organisations.ts';
import { genderOfRole, honorific, isPluralRole, isRoleHead, NATIONALITIES, ROLE_MODIFIERS } from '../lexicon/roles.ts';
import { wordSet } from '../lexicon/words.ts';
import type { NameRun } from './name-runs.ts';

/** Portfolios of more than one word that follow "Secretary of" and the like. */
const LONG_PORTFOLIOS = wordSet('homeland foreign health housing veterans national human internal public');
const PARTIES = wordSet('republican democrat democratic conservative labour liberal green socialist independent gop');
const SUFFIXES = wordSet('general emeritus designate elect');
const LONGEST_BACK = 8;
const LONGEST_PORTFOLIO = 4;

/** A run of capitals split into a role (or -1) and a bare name (or -1), token indexes, both included. */
export interface SplitRun {
  roleFirst: number;
  roleLast: number;
  nameFirst: number;
  nameLast: number;
  gender: 'female' | 'male' | null;
}

/** Last token of the office that ends at `index`, with "of State" and "General" behind it. */
function endOfOffice(article: Article, index: number, last: number): number {
  let end = index;
  if (end < last && SUFFIXES.has(lowerAt(article, end + 1))) end++;
  if (end + 1 < last + 1 && lowerAt(article, end + 1) === 'of' && end + 2 <= last) {
    end += lowerAt(article, end + 2) === 'the' ? 3 : 2;
    if (LONG_PORTFOLIOS.has(lowerAt(article, end))) end++;
    if (lowerAt(article, end + 1) === 'and') end += 2;
    // "Undersecretary of the Ministry of Health"
    if (lowerAt(article, end + 1) === 'of' && end + 2 <= last) end += 2;
    // "Director of Port Affairs Phil Smith"
    for (let at = end + 1; at < last && at - end < LONGEST_PORTFOLIO; at++) {
      if (genderOfGivenName(lowerAt(article, at)) === undefined) continue;
      if (genderOfGivenName(lowerAt(article, end)) === undefined) end = at - 1;
      break;
    }
  }
  // "Secretary-General of the Marrow Sea Council"
  if (end < last && end > index && ORGANISATION_WORDS.has(lowerAt(article, last))) return last;
  return Math.min(end, last);
}

/** True for words that stand with a capital before a full name and are no part of it: "Texas-based", "Celebrating", "Celebrities". */
function isEpithet(word: string): boolean {
  return (
    /-(?:based|born|area|educated|raised)$/.test(word) ||
    (word.endsWith('ing') && genderOfGivenName(word) === undefined) ||
    isPluralRole(word)
  );
}

/** Splits "NATO Secretary General Jens Stoltenberg" into its office and its name, and takes "Mr." and the like away. */
export function splitRun(article: Article, run: NameRun): SplitRun {
  const { first, last } = run;
  let office = -1;
  let polite = -1;
  let gender: SplitRun['gender'] = null;
  for (let index = first; index <= last; index++) {
    const word = lowerAt(article, index);
    const address = honorific(word);
    if (address !== undefined && tokenAt(article, index).capital && index < last) {
      polite = index;
      gender = address ?? gender;
    } else if (isRoleHead(word)) {
      const surname =
        index === last &&
        index > first &&
        genderOfGivenName(lowerAt(article, index - 1)) !== undefined &&
        !isRoleHead(lowerAt(article, index - 1));
      if (surname && index - first <= 2) break;
      office = endOfOffice(article, index, last);
      gender = genderOfRole(word) ?? gender;
      index = office;
    }
  }
  let nameFirst = Math.max(office, polite) + 1;
  if (nameFirst === 0) nameFirst = first;
  if (office < 0 && polite < 0) {
    const adjective = lowerAt(article, first);
    if (first < last && NATIONALITIES.has(adjective) && genderOfGivenName(lowerAt(article, first + 1)) !== undefined)
      nameFirst = first + 1;
    if (first + 1 < last && isEpithet(adjective) && genderOfGivenName(lowerAt(article, first + 1)) !== undefined)
      nameFirst = first + 1;
    if (first < last && PARTIES.has(adjective))
      return { roleFirst: first, roleLast: first, nameFirst: first + 1, nameLast: last, gender };
  }
  const roleLast = office >= 0 ? office : -1;
  return {
    roleFirst: office >= 0 ? first : -1,
    roleLast,
    nameFirst: nameFirst > last ? -1 : nameFirst,
    nameLast: last,
    gender,
  };
}

/** First token of the lower-case role that stands before the name at `index` ("former Ohio governor", "Clinton campaign manager"), or -1. */
export function roleBefore(article: Article, index: number, lowest: number): number {
  let at = index - 1;
  // "former secretary of state Ann Roe"
  if (
    lowerAt(article, at - 1) === 'of' &&
    isRoleHead(lowerAt(article, at - 2)) &&
    !tokenAt(article, at).capital &&
    !DETERMINERS.has(lowerAt(article, at))
  )
    at -= 2;
  if (!isRoleHead(lowerAt(article, at)) || tokenAt(article, at).kind !== 'word') return -1;
  let first = at;
  for (at--; at >= lowest && index - at <= LONGEST_BACK; at--) {
    const token = tokenAt(article, at);
    const word = token.lower;
    if (token.kind === 'possessive' && tokenAt(article, at - 1).capital) continue;
    if (token.kind !== 'word' || FUNCTION_WORDS.has(word) || DETERMINERS.has(word)) break;
    const adjective = ROLE_MODIFIERS.has(word) || isRoleHead(word) || NATIONALITIES.has(word);
    if (!adjective && !token.capital && (cueForm(word) !== undefined || isManner(word) || /(?:ed|ing)$/.test(word)))
      break;
    if (!adjective && !token.capital && first - at > 2) break;
    first = at;
  }
  return first;
}

/** The words of a role as they stand, without article. */
export function roleText(article: Article, first: number, last: number): string {
  const from = DETERMINERS.has(lowerAt(article, first)) && first < last ? first + 1 : first;
  return sliceOf(article, from, last).replace(/\s+/g, ' ');
}
