import type { Article } from '../article.ts';
import { lowerAt, tokenAt } from '../article.ts';
import { genderOfGivenName } from '../lexicon/given-names.ts';
import { ORGANISATION_WORDS } from '../lexicon/organisations.ts';
import { isPlace } from '../lexicon/places.ts';
import { PORTFOLIO_WORDS } from '../lexicon/portfolios.ts';
import { isRoleHead, NATIONALITIES } from '../lexicon/roles.ts';
import { wordSet } from '../lexicon/words.ts';
import { honorificAt } from './honorific.ts';

const SUFFIXES = wordSet('general emeritus designate elect');
const TIES = wordSet('of for to in at on');
const LONGEST = 24;
const LONGEST_BRACKET = 5;

/** Offices that are held in a place: "FAO Representative in Doha". */
const POSTED = wordSet('representative ambassador envoy coordinator consul correspondent delegate nuncio commissioner');
/** Offices that are held to somebody: "Ambassador to Norvania", "Adviser to the Prime Minister". */
const SENT = wordSet(
  'ambassador envoy adviser advisor secretary representative assistant aide counsel consultant delegate',
);
const NEVER = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
);

/** True for a word with a capital that may belong to an office's field; "&" too. */
function isFieldWord(article: Article, at: number): boolean {
  const token = tokenAt(article, at);
  if (token.text === '&') return true;
  return token.kind === 'word' && token.capital && !NEVER.has(token.lower) && honorificAt(article, at) === null;
}

/** True where the preposition may tie the field from `first` to `last` to the office. */
function mayTie(article: Article, head: number, tie: string, first: number, last: number): boolean {
  const office = lowerAt(article, head);
  if (tie === 'of' || tie === 'for') return true;
  if (tie === 'to') return SENT.has(office);
  for (let at = first; at <= last; at++) {
    const word = lowerAt(article, at);
    if (PORTFOLIO_WORDS.has(word) || ORGANISATION_WORDS.has(word)) return true;
  }
  return tie === 'in' && POSTED.has(office);
}

/** True for a word that shows a field or a house and no person: "Transport", "Kalvik" before "Ports". */
function isKnownField(word: string): boolean {
  return PORTFOLIO_WORDS.has(word) || ORGANISATION_WORDS.has(word) || NATIONALITIES.has(word) || isPlace(word);
}

/** The last token of the capitals that start at `first`. */
function endOfCapitals(article: Article, first: number, limit: number): number {
  let last = first - 1;
  while (last < limit && isFieldWord(article, last + 1)) last++;
  return last;
}

/** The last token of the field among the capitals from `first` to `last`, where a person's name may follow; `first` - 1 where all are a name. */
function endOfField(article: Article, first: number, last: number): number {
  let known = first - 1;
  for (let at = first; at <= last; at++) {
    const word = lowerAt(article, at);
    if (isRoleHead(word) && at > first) return at - 1;
    if (isKnownField(word) || article.tokens[at]?.text === '&') known = at;
    else if (at > first && genderOfGivenName(word) !== undefined && at < last) return at - 1;
  }
  if (known >= first) return known;
  // a field that nobody knows: all of it where no name can follow, else its first word
  return last - first < 2 ? last : first;
}

/** True for a field of a list: a known one, or any word before "and" and a known one. */
function isListed(article: Article, first: number): boolean {
  if (PORTFOLIO_WORDS.has(lowerAt(article, first))) return true;
  return lowerAt(article, first + 1) === 'and' && PORTFOLIO_WORDS.has(lowerAt(article, first + 2));
}

/** The token behind a list that goes on: ", Investment and Commerce"; `last` + 1 where none does. */
function behindList(article: Article, last: number, limit: number): number {
  let end = last;
  for (;;) {
    const word = lowerAt(article, end + 1);
    const joiner = word === ',' && lowerAt(article, end + 2) === 'and' ? end + 2 : end + 1;
    if (!/^(?:,|and)$/.test(word)) return end + 1;
    const first = joiner + 1;
    if (!isFieldWord(article, first) || isRoleHead(lowerAt(article, first)) || !isListed(article, first))
      return end + 1;
    const capitals = endOfCapitals(article, first, limit);
    const field = endOfField(article, first, capitals);
    if (field < first) return end + 1;
    end = field;
    if (field < capitals) return end + 1;
  }
}

/**
 * The last token of the office whose head stands at `head`, with its field, however long: "Minister of Industry, Investment and Commerce",
 * "Minister of State (Independent Charge) for Ocean Sciences", "Secretary-General of the Marrow Sea Council". Never past `limit`.
 */
export function endOfOffice(article: Article, head: number, limit: number): number {
  let end = head;
  if (end < limit && SUFFIXES.has(lowerAt(article, end + 1)) && tokenAt(article, end + 1).capital) end++;
  while (end < limit && end - head < LONGEST) {
    let at = end + 1;
    if (lowerAt(article, at) === '(') {
      let close = at + 1;
      while (close - at < LONGEST_BRACKET && isFieldWord(article, close)) close++;
      if (lowerAt(article, close) !== ')' || !TIES.has(lowerAt(article, close + 1))) break;
      at = close + 1;
    }
    const tie = lowerAt(article, at);
    if (!TIES.has(tie)) break;
    const first = /^(?:the|his|her|its)$/.test(lowerAt(article, at + 1)) ? at + 2 : at + 1;
    if (!isFieldWord(article, first)) break;
    const capitals = endOfCapitals(article, first, limit);
    if (capitals < first) break;
    const field = endOfField(article, first, capitals);
    if (field < first || !mayTie(article, head, tie, first, field)) break;
    end = field < capitals ? field : behindList(article, field, limit) - 1;
    if (field < capitals) break;
  }
  return Math.min(end, limit);
}
