import { type Article, lowerAt, sliceOf, tokenAt } from '../article.ts';
import { cueForm } from '../lexicon/cue-verbs.ts';
import { AUXILIARIES, BREAKS, DETERMINERS, PREPOSITIONS } from '../lexicon/function-words.ts';
import { isRoleHead, NATIONALITIES, ROLE_MODIFIERS } from '../lexicon/roles.ts';
import { wordSet } from '../lexicon/words.ts';
import type { Mention } from './mention.ts';
import { roleText } from './split-role.ts';

const LONGEST = 16;
const HEAD_WITHIN = 7;
const LONGEST_BRACKET = 7;
const MOST_OFFICES = 3;
/** Titles that any role behind the name tells more than: "Lt. Ann Roe, a police spokeswoman". */
const RANK =
  /^(?:lt|sgt|cpl|capt|col|maj|adm|cmdr|prof|professor|rev|reverend|officer|lieutenant|sergeant|captain)\.?$/i;
const STOPS = wordSet('who whom whose which that where when while after before because but told said');
const EMPLOYERS = wordSet('for of at with from');
const PARTY = /^[RDI]-\p{L}/u;

/** First token after which the apposition that begins at `from` is over. */
function endOfApposition(article: Article, from: number, limit: number): number {
  let at = from;
  for (; at < limit && at - from < LONGEST; at++) {
    const token = tokenAt(article, at);
    if (/^[,.;:()?!—–]$|^--+$/.test(token.text) || token.kind === 'quote' || (STOPS.has(token.lower) && at > from))
      break;
    if (at > from + 1 && !token.capital && (AUXILIARIES.has(token.lower) || cueForm(token.lower)?.form === 'past'))
      break;
  }
  return at;
}

/** Index of the role's head in the noun phrase from `from` to `to`, before any preposition, or -1. */
function headOfRole(article: Article, from: number, to: number): number {
  let head = -1;
  for (let at = from; at < to && at - from < HEAD_WITHIN; at++) {
    const word = lowerAt(article, at);
    if (PREPOSITIONS.has(word)) break;
    if (BREAKS.has(word) && word !== 'and') return -1;
    if (isRoleHead(word)) head = at;
  }
  return head;
}

const capitalsAfter = (article: Article, from: number, to: number): string | null => {
  for (let at = from; at < to; at++) {
    if (!EMPLOYERS.has(lowerAt(article, at))) continue;
    const first = DETERMINERS.has(lowerAt(article, at + 1)) ? at + 2 : at + 1;
    if (first < to) return sliceOf(article, first, to - 1).replace(/\s+/g, ' ');
  }
  return null;
};

/** Gives a person's mention the role and affiliation that stand behind the name: ", a doctor,", ", spokeswoman for Y,", "(R-Ky.)", ", D-Ill.,". */
export function readApposition(article: Article, mention: Mention): void {
  const sentence = article.sentences[article.sentenceAt[mention.last] ?? -1];
  if (sentence === undefined) return;
  let at = mention.last + 1;
  if (lowerAt(article, at) === '(') {
    const inner = tokenAt(article, at + 1);
    let close = at + 2;
    while (close - at < LONGEST_BRACKET && lowerAt(article, close) !== ')') close++;
    if (lowerAt(article, close) !== ')') close = -1;
    if (close > 0 && (PARTY.test(inner.text) || (close === at + 2 && /^[RDI]$/.test(inner.text))))
      mention.affiliation = sliceOf(article, at + 1, close - 1);
    if (close > 0) at = close + 1;
  }
  if (lowerAt(article, at) !== ',') return;
  at++;
  if (tokenAt(article, at).kind === 'number' && lowerAt(article, at + 1) === ',') at += 2;
  if (PARTY.test(tokenAt(article, at).text)) {
    mention.affiliation = tokenAt(article, at).text + (lowerAt(article, at + 1) === '.' ? '.' : '');
    return;
  }
  const first = tokenAt(article, at);
  if (first.kind !== 'word' || at >= sentence.last || /^(?:third|past)$/.test(cueForm(first.lower)?.form ?? '')) return;
  const to = endOfApposition(article, at, sentence.last);
  const head = headOfRole(article, at, to);
  if (head < 0) return;
  // "Smith, president Jones said" and "in London, minister" are no appositions of this name
  const opens =
    DETERMINERS.has(first.lower) ||
    head === at ||
    ROLE_MODIFIERS.has(first.lower) ||
    NATIONALITIES.has(first.lower) ||
    first.capital;
  const named = article.mentionAt[head] ?? -1;
  if (
    !opens ||
    (named >= 0 && article.mentions[named]?.kind === 'person' && (article.mentions[named]?.nameLast ?? 0) > head)
  )
    return;
  if (mention.role === null || RANK.test(mention.role)) mention.role = roleText(article, at, to - 1);
  mention.affiliation ??= capitalsAfter(article, head + 1, to);
}

/** The office with those joined to it before: "Minister of Works and Minister of State for Ports". */
function wholeOffice(article: Article, office: Mention, lowest: number): string {
  let first = office.first;
  for (let count = 0; count < MOST_OFFICES && lowerAt(article, first - 1) === 'and'; count++) {
    const before = article.mentions[article.mentionAt[first - 2] ?? -1];
    if (before?.kind !== 'role' || before.first < lowest) break;
    first = before.first;
  }
  return roleText(article, first, office.last);
}

/** True where the name behind an office and a comma is that of its holder: a comma, a verb or the end of the sentence follows, and no list. */
function isApart(article: Article, { last }: Mention): boolean {
  const next = lowerAt(article, last + 1);
  return next !== 'and' && next !== '&';
}

/** Reads the role in front of a name with a comma between: "A spokeswoman for the ministry, Anna Berg, said". */
export function readLeadingApposition(article: Article, mention: Mention, lowest: number): void {
  const comma = /^(?:the|his|her)$/.test(lowerAt(article, mention.first - 1)) ? mention.first - 2 : mention.first - 1;
  if (lowerAt(article, comma) !== ',') return;
  // "The Secretary for Housing, Planning and Lands, Ann Roe"
  const office = article.mentions[article.mentionAt[comma - 1] ?? -1];
  if (office?.kind === 'role' && office.first >= lowest && office.role !== null && isApart(article, mention)) {
    mention.role = wholeOffice(article, office, lowest);
    return;
  }
  if (mention.role !== null) return;
  let from = comma;
  while (
    from > lowest &&
    comma - from < LONGEST &&
    !/^[,.;:()?!—–]$/.test(lowerAt(article, from - 1)) &&
    tokenAt(article, from - 1).kind !== 'quote'
  )
    from--;
  while (
    from < comma &&
    (cueForm(lowerAt(article, from)) !== undefined || /^(?:and|according|to)$/.test(lowerAt(article, from)))
  )
    from++;
  const head = headOfRole(article, from, comma);
  const word = lowerAt(article, from);
  if (
    head < 0 ||
    !(DETERMINERS.has(word) || head === from || ROLE_MODIFIERS.has(word) || tokenAt(article, from).capital)
  )
    return;
  for (let at = from; at < comma; at++) {
    if (BREAKS.has(lowerAt(article, at)) || (at > head && cueForm(lowerAt(article, at))?.form === 'past')) return;
    const inside = article.mentionAt[at] ?? -1;
    if (inside >= 0 && at < head && article.mentions[inside]?.kind === 'person') return;
  }
  mention.role = roleText(article, from, comma - 1);
  mention.affiliation ??= capitalsAfter(article, head + 1, comma);
}
