import { type Article, lowerAt, sliceOf, tokenAt } from '../article.ts';
import { cueForm } from '../lexicon/cue-verbs.ts';
import { DETERMINERS, FUNCTION_WORDS, isManner } from '../lexicon/function-words.ts';
import { genderOfGivenName } from '../lexicon/given-names.ts';
import { isStyle, type Style, styleOf } from '../lexicon/honorifics.ts';
import { genderOfRole, isPluralRole, isRoleHead, NATIONALITIES, ROLE_MODIFIERS } from '../lexicon/roles.ts';
import { wordSet } from '../lexicon/words.ts';
import { honorificAt } from './honorific.ts';
import { type NameRun, PARTICLES } from './name-runs.ts';
import { endOfOffice } from './office.ts';

const PARTIES = wordSet('republican democrat democratic conservative labour liberal green socialist independent gop');
const LONGEST_BACK = 8;

/** A run of capitals split into a role (or -1) and a bare name (or -1), token indexes, both included. */
export interface SplitRun {
  roleFirst: number;
  roleLast: number;
  nameFirst: number;
  nameLast: number;
  gender: 'female' | 'male' | null;
  style?: Style;
}

/** True for words that stand with a capital before a full name and are no part of it: "Texas-based", "Celebrating", "Celebrities". */
function isEpithet(word: string): boolean {
  return (
    /-(?:based|born|area|educated|raised|winner|winning|nominee|star|style|era)$/.test(word) ||
    (word.endsWith('ing') && genderOfGivenName(word) === undefined) ||
    isPluralRole(word)
  );
}

const lowerWords = (article: Article, first: number, last: number): string =>
  article.tokens
    .slice(first, last + 1)
    .map(({ lower }) => lower)
    .join(' ');

/** Splits "NATO Secretary General Jens Stoltenberg" into its office and its name, and takes "Mr." and the like away. */
export function splitRun(article: Article, run: NameRun): SplitRun {
  const { first, last } = run;
  let office = -1;
  let politeFirst = -1;
  let polite = -1;
  let gender: SplitRun['gender'] = null;
  let style: Style | undefined;
  for (let index = first; index <= last; index++) {
    const word = lowerAt(article, index);
    const address = honorificAt(article, index);
    if (address !== null && (index < last || isStyle(word))) {
      if (polite < index - 1) politeFirst = index;
      polite = address.last;
      gender = address.gender ?? gender;
      style ??= styleOf(lowerWords(article, index, address.last)) ?? undefined;
      index = polite;
    } else if (isRoleHead(word) && !PARTICLES.has(lowerAt(article, index - 1))) {
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
  // "H.E. Minister of Works Ann Roe", "Minister of Works H.E. Ann Roe"
  const leads = polite >= 0 && politeFirst === first && office > polite;
  const roleLast = office >= 0 && politeFirst > first ? Math.max(office, politeFirst - 1) : office;
  return {
    roleFirst: office >= 0 ? (leads ? polite + 1 : first) : -1,
    roleLast: Math.min(roleLast, last),
    nameFirst: nameFirst > last ? -1 : nameFirst,
    nameLast: last,
    gender,
    ...(style === undefined ? {} : { style }),
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
    // "National Institute of Sea Technology director Ann Roe"
    const house = article.mentions[article.mentionAt[at] ?? -1];
    if (house !== undefined && house.last === at && house.kind === 'organization' && house.first >= lowest) {
      first = house.first;
      at = house.first;
      continue;
    }
    if (token.kind !== 'word' || (FUNCTION_WORDS.has(word) && word !== 'police') || DETERMINERS.has(word)) break;
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
