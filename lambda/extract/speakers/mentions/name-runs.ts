import { type Article, lowerAt, tokenAt } from '../article.ts';
import { cueForm } from '../lexicon/cue-verbs.ts';
import { FUNCTION_WORDS, isManner } from '../lexicon/function-words.ts';
import { genderOfGivenName } from '../lexicon/given-names.ts';
import { GROUP_HEADS, ORGANISATION_HEADS, ORGANISATION_WORDS } from '../lexicon/organisations.ts';
import { isPlace } from '../lexicon/places.ts';
import { isPeople, isPluralRole, isRoleHead } from '../lexicon/roles.ts';
import { wordSet } from '../lexicon/words.ts';
import { honorificAt } from './honorific.ts';
import { endOfOffice } from './office.ts';

/** Words in lower case that stand inside a surname or open it: "bin", "van". */
export const PARTICLES: ReadonlySet<string> = wordSet(
  'de van von der den da dos das del della di du la le al el bin ibn bint ben abu ul ter ten y af av zu',
);
/** After these, "of" and a capital carry the name on: "Department of Justice". */
const BEFORE_OF =
  wordSet(`department ministry university secretary minister house bank committee council board bureau institute office center centre
  chamber court director head school college academy church board speaker attorney general bishop archbishop prince duke duchess chief commissioner
  president league union institute museum society association federation republic embassy consulate mission delegation kingdom state sultanate emirate
  district region province city county town port authority company corporation organisation organization agency foundation confederation parliament fund`);
/** After these, "for" or "on" and a capital do: "Centre for Tidal Studies", "Council on Foreign Relations". */
const BEFORE_FOR = wordSet(
  'center centre council institute agency department ministry coalition committee commission association foundation fund society organization organisation bureau office alliance network campaign movement school academy college board conference commissioner secretary',
);
/** After these, "in" or "to" and a place do: "Embassy of Norvania in Berne". */
const SENT_HOUSES = wordSet('embassy consulate mission delegation');
/** Company forms that are written small. */
const COMPANY_FORMS = wordSet('plc llp gmbh ag nv spa s.p.a. asa ab oyj pty');
const AMBIGUOUS = wordSet(
  'will may mark june april august first second police people women men children workers media',
);
/** Given names that are words too: a sentence that they open goes on with a verb where they are names. */
const NAMES_AND_WORDS = wordSet('will may mark june april august');
/** Arabic names with their article: "al-Nasser". */
const ARTICLED = /^(?:al|el|ul|as|ash|an|ar|at|az|ad)-\p{Lu}/u;
const MONTHS = wordSet('march april may june august jan jan. mar mar.');
const MONTH_OPENERS = wordSet('in late early mid last next this since until by of through from before after on');
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

/** True where a sentence or a quotation starts at `index`, so that a capital means little. */
const opensSentence = (article: Article, index: number): boolean => {
  const sentence = article.sentences[article.sentenceAt[index] ?? -1];
  const before = tokenAt(article, index - 1);
  return sentence?.first === index || before.kind === 'quote' || /^[.!?:…(]$/.test(before.text);
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

/** True for a verb of saying in a headline's capitals, behind the name that is its subject. */
export const isHeadlineVerb = (article: Article, index: number): boolean => {
  const form = cueForm(lowerAt(article, index))?.form;
  return (
    (form === 'third' || form === 'past') &&
    (tokenAt(article, index - 1).kind === 'word' || lowerAt(article, index - 1) === ',')
  );
};

const mayBeName = (article: Article, index: number): boolean => {
  const token = tokenAt(article, index);
  if (!token.capital) return ARTICLED.test(token.text);
  if (
    MONTHS.has(token.lower) &&
    (MONTH_OPENERS.has(lowerAt(article, index - 1)) || tokenAt(article, index + 1).kind === 'number')
  )
    return false;
  if (article.headline[article.sentenceAt[index] ?? -1] === 1 && isHeadlineVerb(article, index)) return false;
  const bare = token.lower.endsWith('.') && token.text.length > 2 ? token.lower.slice(0, -1) : token.lower;
  if (!FUNCTION_WORDS.has(bare)) return true;
  if (token.text === 'HE' && honorificAt(article, index) !== null) return tokenAt(article, index + 1).capital;
  if (
    !AMBIGUOUS.has(token.lower) ||
    !tokenAt(article, index + 1).capital ||
    FUNCTION_WORDS.has(lowerAt(article, index + 1))
  )
    return false;
  if (!opensSentence(article, index)) return true;
  const form = cueForm(lowerAt(article, index + 2))?.form;
  return (
    NAMES_AND_WORDS.has(token.lower) && (form === 'past' || form === 'third' || lowerAt(article, index + 2) === ',')
  );
};

/** True where "and" behind the token only joins two fields of one house: "Ministry of Health and Social Care", not "Ministry of Health and Ann Roe". */
function sharesHead(article: Article, index: number): boolean {
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

const LONGEST_HOUSE = 5;

/** True where "and" stands inside the name of a house: "the Water and Children Office", "the Food and Drug Administration". */
function joinsHouse(article: Article, index: number): boolean {
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
  return (!word.endsWith('s') || isPlace(word)) && cueForm(lowerAt(article, verb)) !== undefined;
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
