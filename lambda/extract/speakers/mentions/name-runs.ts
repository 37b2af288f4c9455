import { type Article, lowerAt, tokenAt } from '../article.ts';
import { cueForm } from '../lexicon/cue-verbs.ts';
import { isManner } from '../lexicon/function-words.ts';
import { genderOfGivenName } from '../lexicon/given-names.ts';
import { GROUP_HEADS, ORGANISATION_HEADS, ORGANISATION_WORDS } from '../lexicon/organisations.ts';
import { isPlace } from '../lexicon/places.ts';
import { isPeople, isPluralRole, isRoleHead } from '../lexicon/roles.ts';
import { wordSet } from '../lexicon/words.ts';
import { BEFORE_FOR, joinsHouse, sharesHead } from './house-names.ts';
import { BEFORE_OF, mayBeName, opensSentence } from './name-words.ts';
import { endOfOffice } from './office.ts';

/** Words in lower case that stand inside a surname or open it: "bin", "van". */
export const PARTICLES: ReadonlySet<string> = wordSet(
  'de van von der den da dos das del della di du la le al el bin ibn bint ben abu ul ter ten y af av zu',
);
/** After these, "in" or "to" and a place do: "Embassy of Norvania in Berne". */
const SENT_HOUSES = wordSet('embassy consulate mission delegation');
/** Company forms that are written small. */
const COMPANY_FORMS = wordSet('plc llp gmbh ag nv spa s.p.a. asa ab oyj pty');
const LONGEST = 12;
const LONGEST_WITH_OFFICE = 24;
const LONGEST_SHORT_NAME = 4;

/** A run of capitalised words, token indexes, both included. */
export interface NameRun {
  first: number;
  last: number;
}

const lowerWords = (article: Article): Set<string> => {
  const seen = new Set<string>();
  for (const token of article.tokens) if (token.kind === 'word' && !token.capital) seen.add(token.lower);
  return seen;
};

/** Words that also stand with a capital inside a sentence, where it means a name. */
const capitalsInside = (article: Article): Set<string> => {
  const seen = new Set<string>();
  article.tokens.forEach((token, index) => {
    if (token.capital && !opensSentence(article, index) && tokenAt(article, index - 1).kind === 'word')
      seen.add(token.lower);
  });
  return seen;
};

/** Index of the token with which the run that reached `index` goes on, or -1. */
function nextOfRun(article: Article, index: number): number {
  const next = tokenAt(article, index + 1);
  if (next.kind === 'word' && mayBeName(article, index + 1)) return index + 1;
  const after = index + 2;
  if (PARTICLES.has(next.lower)) {
    if (mayBeName(article, after)) return after;
    if (PARTICLES.has(lowerAt(article, after)) && mayBeName(article, after + 1)) return after + 1;
  }
  if (next.text === '&' && mayBeName(article, after)) return after;
  if (COMPANY_FORMS.has(next.lower)) return index + 1;
  if (
    (next.lower === 'for' || next.lower === 'on') &&
    BEFORE_FOR.has(lowerAt(article, index)) &&
    mayBeName(article, after)
  )
    return after;
  if (
    next.lower === 'for' &&
    lowerAt(article, after) === 'the' &&
    /^(?:office|court|agency|department)$/.test(lowerAt(article, index)) &&
    mayBeName(article, after + 1)
  )
    return after + 1;
  if ((next.lower === 'in' || next.lower === 'to') && mayBeName(article, after)) {
    if ([index, index - 2, index - 3].some((at) => SENT_HOUSES.has(lowerAt(article, at)))) return after;
  }
  // Prosecutor's Office
  if (
    next.kind === 'possessive' &&
    next.text.length === 2 &&
    /^(?:office|department|association)$/.test(lowerAt(article, after)) &&
    tokenAt(article, after).capital
  )
    return after;
  if (next.lower === 'and' && (sharesHead(article, index) || joinsHouse(article, index))) return after;
  if (next.lower === 'of' && (BEFORE_OF.has(lowerAt(article, index)) || isRoleHead(lowerAt(article, index)))) {
    if (mayBeName(article, after)) return after;
    if (lowerAt(article, after) === 'the' && mayBeName(article, after + 1)) return after + 1;
  }
  // National Teachers' Union
  if (next.kind === 'possessive' && next.text.length === 1) {
    const owned = [after, after + 1].some(
      (at) => tokenAt(article, at).capital && ORGANISATION_WORDS.has(lowerAt(article, at)),
    );
    if (owned && mayBeName(article, after)) return after;
  }
  if (next.kind === 'number' && genderOfGivenName(lowerAt(article, index)) === undefined && /^\d{1,2}$/.test(next.text))
    return -1;
  // "Northern Lakes Organization (NLO) Director Ann Roe"
  if (
    next.text === '(' &&
    /^\p{Lu}{2,8}$/u.test(tokenAt(article, after).text) &&
    lowerAt(article, after + 1) === ')' &&
    tokenAt(article, after + 2).capital
  ) {
    for (let at = after + 2; at < after + 2 + LONGEST_SHORT_NAME && tokenAt(article, at).capital; at++)
      if (isRoleHead(lowerAt(article, at))) return after + 2;
  }
  // William "Bill" Smith
  if (
    next.kind === 'quote' &&
    tokenAt(article, after).capital &&
    tokenAt(article, after + 1).kind === 'quote' &&
    (article.quotationAt[after] ?? -1) < 0
  ) {
    if (mayBeName(article, after + 2)) return after + 2;
  }
  return -1;
}

/** True where the word, which stands with a capital only at the start of a sentence, is at least the subject of a verb of saying: "Xi said". */
function speaksNext(article: Article, index: number): boolean {
  const word = lowerAt(article, index);
  if (/^\p{Lu}{2,}$/u.test(tokenAt(article, index).text) || lowerAt(article, index + 1) === ':') return true;
  // "Roe, 58, denies"
  if (
    lowerAt(article, index + 1) === ',' &&
    tokenAt(article, index + 2).kind === 'number' &&
    lowerAt(article, index + 3) === ','
  )
    return true;
  const verb = isManner(lowerAt(article, index + 1)) ? index + 2 : index + 1;
  const form = cueForm(lowerAt(article, verb))?.form;
  return (!word.endsWith('s') || isPlace(word)) && form !== undefined && form !== 'ing';
}

/** The end of the run with the whole field of an office or a house in it, and the name that follows: "Minister of Industry, Investment and Commerce Ann Roe". */
function withOffices(article: Article, first: number, end: number): number {
  let last = end;
  const sentence = article.sentences[article.sentenceAt[first] ?? -1];
  const limit = (sentence?.last ?? last + 1) - 1;
  for (let at = first; at <= last && last - first < LONGEST_WITH_OFFICE; at++) {
    if (!isRoleHead(lowerAt(article, at)) && !/^(?:ministry|department)$/.test(lowerAt(article, at))) continue;
    const office = endOfOffice(article, at, limit);
    if (office <= last) continue;
    last = office;
    for (
      let next = nextOfRun(article, last);
      next >= 0 && next <= limit && last - first < LONGEST_WITH_OFFICE;
      next = nextOfRun(article, last)
    )
      last = next;
  }
  return last;
}

/** All runs of capitalised words that may be names or titles, in order; single common words that only open a sentence are left out. */
export function findNameRuns(article: Article): NameRun[] {
  const runs: NameRun[] = [];
  const common = lowerWords(article);
  const inside = capitalsInside(article);
  for (let index = 0; index < article.tokens.length; index++) {
    if (!mayBeName(article, index)) continue;
    let first = index;
    let last = index;
    const sentence = article.sentenceAt[index];
    for (let next = nextOfRun(article, last); next >= 0 && last - first < LONGEST; next = nextOfRun(article, last)) {
      if (article.sentenceAt[next] !== sentence) break;
      last = next;
    }
    last = withOffices(article, first, last);
    index = last;
    if (opensSentence(article, first)) {
      const word = lowerAt(article, first);
      const known = isRoleHead(word) || genderOfGivenName(word) !== undefined;
      const dull =
        GROUP_HEADS.has(word) ||
        isPluralRole(word) ||
        isPeople(word) ||
        (!known && !inside.has(word) && (common.has(word) || isManner(word) || word.endsWith('ing'))) ||
        (first === last && ORGANISATION_HEADS.has(word));
      if (dull && first === last) continue;
      if (first === last && !known && !inside.has(word) && !speaksNext(article, first)) continue;
      if (dull && tokenAt(article, first + 1).capital) first++;
      if (first === last && isRoleHead(lowerAt(article, first)) && common.has(word)) continue;
    }
    if (first <= last) runs.push({ first, last });
  }
  return runs;
}
