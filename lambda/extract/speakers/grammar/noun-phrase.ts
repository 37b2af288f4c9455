import { type Article, lowerAt, tokenAt } from '../article.ts';
import { cueForm } from '../lexicon/cue-verbs.ts';
import { BREAKS, DETERMINERS, PREPOSITIONS } from '../lexicon/function-words.ts';
import { DOCUMENT_HEADS, GROUP_HEADS, ORGANISATION_HEADS } from '../lexicon/organisations.ts';
import { isPluralRole, isRoleHead } from '../lexicon/roles.ts';
import { wordSet } from '../lexicon/words.ts';
import { endOfList, isGovernedPair, startOfList } from './coordination.ts';
import { mentionEndingAt, mentionStartingAt, type Subject, subjectOfMention } from './subject.ts';
import { isQuoted } from './walk.ts';

const LONGEST = 14;
const LONGEST_OWNED = 7;
const PRONOUNS = wordSet('he she they i we it who you');
/** Prepositions after which a name only belongs to the noun before: "a spokesman for Mr. Roe". */
const TIES = wordSet('of for to from by with about against at in on behind near within like');

/** Prepositions of an aside between a name and its verb: "Ann Roe in a post said". */
const ASIDE_TIES = wordSet('in on at during after before from via through');

/** True for nouns that can speak: roles, groups, organisations, texts. */
export function canSpeak(noun: string): boolean {
  return (
    isRoleHead(noun) ||
    isPluralRole(noun) ||
    GROUP_HEADS.has(noun) ||
    ORGANISATION_HEADS.has(noun) ||
    DOCUMENT_HEADS.has(noun)
  );
}

/** The head of the noun phrase from `first` to `last`: its last word before a preposition. */
export function headOfPhrase(article: Article, first: number, last: number): number {
  let head = last;
  for (let at = first + 1; at <= last; at++) {
    if (PREPOSITIONS.has(lowerAt(article, at))) {
      head = at - 1;
      break;
    }
  }
  // "a person familiar with the matter", "people briefed on it"
  if (head > first && !canSpeak(lowerAt(article, head)) && canSpeak(lowerAt(article, head - 1)) && head < last)
    return head - 1;
  return head;
}

/** False where the words end in a preposition, or hold the infinitive of a verb: "a host of", "want to ban it". */
function isPhrase(article: Article, first: number, last: number): boolean {
  if (PREPOSITIONS.has(lowerAt(article, last))) return false;
  for (let at = first + 1; at <= last; at++)
    if (lowerAt(article, at) === 'to' && !canSpeak(lowerAt(article, at - 1))) return false;
  return true;
}

/** First token of the common noun phrase that ends at `last`, or -1. */
function startOfPhrase(article: Article, last: number, lowest: number): number {
  let first = last + 1;
  for (let at = last; at >= lowest && last - at < LONGEST; at--) {
    const token = tokenAt(article, at);
    if (isQuoted(article, at) || (token.kind === 'punctuation' && token.text !== '-')) break;
    if (token.kind === 'quote') break;
    if (BREAKS.has(token.lower) && token.lower !== 'and') break;
    if (token.lower === 'and' && !canSpeak(lowerAt(article, at - 1))) break;
    const form = token.capital ? undefined : cueForm(token.lower);
    if (form !== undefined && at < last && (form.form === 'past' || form.form === 'third') && !canSpeak(token.lower))
      break;
    first = at;
    if (
      DETERMINERS.has(token.lower) &&
      !(PREPOSITIONS.has(lowerAt(article, at - 1)) && canSpeakBefore(article, at - 1, lowest))
    )
      break;
  }
  while (
    first <= last &&
    (PREPOSITIONS.has(lowerAt(article, first)) ||
      lowerAt(article, first) === 'and' ||
      tokenAt(article, first).kind === 'possessive')
  )
    first++;
  return first <= last ? first : -1;
}

/** True where a noun that can speak stands within a few words before the preposition at `at`. */
function canSpeakBefore(article: Article, at: number, lowest: number): boolean {
  return (
    at - 1 >= lowest && (canSpeak(lowerAt(article, at - 1)) || (at - 2 >= lowest && canSpeak(lowerAt(article, at - 2))))
  );
}

/** The noun phrase, name or pronoun that ends at `last`, read no further back than `lowest`; `null` where there is none. */
export function nounPhraseBefore(article: Article, last: number, lowest: number): Subject | null {
  if (last < lowest || isQuoted(article, last)) return null;
  const token = tokenAt(article, last);
  if (token.kind !== 'word' && lowerAt(article, last) !== ')') return null;
  const mention = mentionEndingAt(article, last);
  if (mention !== null && mention.first >= lowest) {
    const before = DETERMINERS.has(lowerAt(article, mention.first - 1)) ? mention.first - 2 : mention.first - 1;
    const tie = lowerAt(article, before);
    if (before > lowest && TIES.has(tie)) {
      const head = before - 1;
      if (canSpeak(lowerAt(article, head)) || mentionEndingAt(article, head)?.kind === 'role') {
        const first = startOfPhrase(article, head, lowest);
        const titled = mentionEndingAt(article, head);
        if (first >= 0 && titled?.kind !== 'person')
          return {
            kind: 'phrase',
            first: Math.min(first, titled?.first ?? first),
            last,
            mention: null,
            head: lowerAt(article, head),
          };
      }
    }
    // "Ann Roe of Quay Research said"
    const bearer = before > lowest && TIES.has(tie) ? mentionEndingAt(article, before - 1) : null;
    if (bearer?.kind === 'person' && bearer.first >= lowest && mention.kind !== 'person')
      return subjectOfMention(bearer);
    if (
      before > lowest &&
      (mention.kind === 'place'
        ? TIES.has(tie)
        : /^(?:by|of|with|against|for|to|from|at|about|into|through|under|toward|towards)$/.test(tie))
    )
      return null;
    const list = startOfList(article, before + 1, lowest);
    if (list >= 0) return { kind: 'phrase', first: list, last, mention: null, head: 'both' };
    return isGovernedPair(article, before + 1, lowest) ? null : subjectOfMention(mention);
  }
  if (PRONOUNS.has(token.lower)) return { kind: 'pronoun', first: last, last, mention: null, head: token.lower };
  const first = startOfPhrase(article, last, lowest);
  if (first < 0 || !isPhrase(article, first, last)) return null;
  // "Ann Roe and her team", "Ann Roe and other bakers", "Ann Roe and the mayor"
  const list = /^(?:his|her|their|others?|the)$/.test(lowerAt(article, first))
    ? startOfList(article, first, lowest)
    : -1;
  if (list >= 0) return { kind: 'phrase', first: list, last, mention: null, head: 'both' };
  const lead = lowerAt(article, first - 1);
  if (ASIDE_TIES.has(lead) && first - 1 > lowest) {
    const owner = mentionEndingAt(article, first - 2);
    if (owner?.kind === 'person' && owner.first >= lowest) return subjectOfMention(owner);
  }
  const head = headOfPhrase(article, first, last);
  const named = mentionEndingAt(article, head);
  if (named !== null && named.kind !== 'role' && named.first >= first) return subjectOfMention(named);
  return { kind: 'phrase', first, last, mention: null, head: lowerAt(article, head) };
}

/** Last token of "Kalvik's Foreign Ministry" or "Kalvik", where the owner's name ends at `at`. */
function endOfOwned(article: Article, at: number, limit: number): number {
  let last = at;
  if (tokenAt(article, at + 1).kind !== 'possessive') return at;
  for (let index = at + 1; index < limit && index - at < LONGEST_OWNED; index++) {
    const token = tokenAt(article, index);
    if (token.kind === 'punctuation' || token.kind === 'quote') return last;
    if (BREAKS.has(token.lower) || PREPOSITIONS.has(token.lower)) return last;
    last = index;
  }
  return at;
}

/** The noun phrase or name that starts at `first`, as after "said"; `null` where there is none that can speak. */
export function nounPhraseAfter(article: Article, first: number, limit: number): Subject | null {
  const mention = mentionStartingAt(article, first);
  const next = mention === null ? null : tokenAt(article, mention.last + 1);
  const goesOn =
    next?.kind === 'possessive' ||
    (mention?.kind !== 'person' && next !== null && /^[\p{Ll}\p{N}]/u.test(next.text) && !PREPOSITIONS.has(next.lower));
  if (mention !== null && !goesOn) {
    const list = mention.kind === 'person' || mention.kind === 'organization' ? endOfList(article, mention, limit) : -1;
    return list < 0 ? subjectOfMention(mention) : { kind: 'phrase', first, last: list, mention: null, head: 'both' };
  }
  let at = first;
  if (lowerAt(article, at) === 'that') return null;
  if (DETERMINERS.has(lowerAt(article, at))) at++;
  for (; at < limit && at - first < 8; at++) {
    const token = tokenAt(article, at);
    if (token.kind === 'possessive' || (token.kind === 'number' && at < first + 3)) continue;
    if (token.kind !== 'word' || isQuoted(article, at) || BREAKS.has(token.lower) || PREPOSITIONS.has(token.lower))
      break;
    const inner = mentionStartingAt(article, at);
    const owns = inner !== null && tokenAt(article, inner.last + 1).kind === 'possessive';
    if (inner !== null && inner.kind === 'person' && !owns) return subjectOfMention(inner);
    if (inner !== null) at = inner.last;
  }
  let head = at - 1;
  // "the chief known as Bob", "a woman named Roe"
  if (/(?:ed|known|seen)$/.test(lowerAt(article, head)) && canSpeak(lowerAt(article, head - 1))) head--;
  if (head < first || !canSpeak(lowerAt(article, head))) return mention === null ? null : subjectOfMention(mention);
  let last = head;
  if (PREPOSITIONS.has(lowerAt(article, at))) {
    const next = DETERMINERS.has(lowerAt(article, at + 1)) ? at + 2 : at + 1;
    const owner = mentionStartingAt(article, next);
    if (owner !== null) last = endOfOwned(article, owner.last, limit);
  }
  return { kind: 'phrase', first, last, mention: null, head: lowerAt(article, head) };
}
