import type { Article } from '../article.ts';
import { lowerAt, tokenAt } from '../article.ts';
import { givenNameGender } from '../lexicon/given-names.ts';
import {
  KNOWN_ORGANISATIONS,
  KNOWN_PHRASES,
  ORGANISATION_HEADS,
  ORGANISATION_WORDS,
} from '../lexicon/organisations.ts';
import { isPlace } from '../lexicon/places.ts';
import { isRoleHead } from '../lexicon/roles.ts';
import type { MentionKind } from './mention.ts';
import type { NameRun } from './name-runs.ts';

const ACRONYM = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}.&-]{2,7}$/u;

const INITIALS = /^(?:\p{Lu}\.?){1,2}$/u;

const LONGEST_NAME = 5;

const HOUSES =
  /^(?:office|ministry|department|embassy|consulate|bureau|council|commission|committee|secretariat|board)$/;

function hasOffice(article: Article, first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if (isRoleHead(lowerAt(article, at))) return true;
  return false;
}

/** True for a house that is named by an office: "Office of the High Commissioner for Lakes", "Prosecutor's Office". */
export function isHouse(article: Article, { first, last }: NameRun): boolean {
  for (let at = first; at <= last; at++) {
    if (tokenAt(article, at).kind === 'possessive' && HOUSES.test(lowerAt(article, at + 1)) && at < last)
      return !hasOffice(article, at + 2, last);
  }
  const tie = lowerAt(article, first + 1);
  if (!HOUSES.test(lowerAt(article, first)) || (tie !== 'of' && tie !== 'for')) return false;
  return lowerAt(article, first + 2) === 'the' || !hasOffice(article, first + 2, last);
}

/** True where the place behind a comma owns what follows, so that the words before it are no town there: "Roe, China's envoy". */
function isPlaceOwner(article: Article, index: number): boolean {
  const next = tokenAt(article, index + 1);
  return next.kind === 'possessive' || (next.kind === 'word' && !/^[-–—]/.test(next.text) && next.lower !== 'and');
}

export function kindOf(article: Article, first: number, last: number, name: string, titled: boolean): MentionKind {
  const lower = name.toLowerCase();
  const end = lowerAt(article, last);
  const size = last - first + 1;
  const given = givenNameGender(lowerAt(article, first)) !== undefined;
  // a transcript's label, as "ROE:"
  if (size === 1 && lowerAt(article, last + 1) === ':' && ACRONYM.test(name) && !KNOWN_ORGANISATIONS.has(lower))
    return 'unknown';
  if (KNOWN_PHRASES.has(lower) || (size === 1 && KNOWN_ORGANISATIONS.has(lower))) return 'organization';
  if (/^(?:st|ave|blvd|rd|street|avenue|boulevard|road|lane|highway)\.?$/.test(end) && size > 1) return 'place';
  if (HOUSES.test(lowerAt(article, first)) && /^(?:of|for)$/.test(lowerAt(article, first + 1))) return 'organization';
  if (titled && size <= LONGEST_NAME && !ORGANISATION_WORDS.has(end)) return 'person';
  if (isPlace(lower)) return 'place';
  let organisation = size > LONGEST_NAME;
  for (let at = first; at <= last; at++) {
    const token = tokenAt(article, at);
    if (ORGANISATION_WORDS.has(token.lower) || KNOWN_ORGANISATIONS.has(token.lower) || token.lower === 'of')
      organisation ||= at > first || !given;
    else if (ACRONYM.test(token.text) && !INITIALS.test(token.text) && (size === 1 || !given)) organisation = true;
  }
  if (organisation) return 'organization';
  if (given && size > 1) return 'person';
  if (lowerAt(article, last + 1) === ',' && isPlace(lowerAt(article, last + 2)) && !isPlaceOwner(article, last + 2))
    return 'place';
  const lead = lowerAt(article, first - 1);
  // "the insurer Hale Mutual"
  if (lead === 'the' || (ORGANISATION_HEADS.has(lead) && lowerAt(article, first - 2) === 'the')) return 'organization';
  return 'unknown';
}
