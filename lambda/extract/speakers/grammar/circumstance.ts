import { type Article, lowerAt, tokenAt } from '../article.ts';
import { LISTENERS, OCCASIONS } from '../lexicon/cue-nouns.ts';
import { DETERMINERS, isManner } from '../lexicon/function-words.ts';
import { isPluralRole, isRoleHead } from '../lexicon/roles.ts';
import { wordSet } from '../lexicon/words.ts';
import { CLAUSE_WORDS, skipListener } from './listener.ts';
import { mentionStartingAt } from './subject.ts';
import { isQuoted } from './walk.ts';

const TIMES =
  wordSet(`monday tuesday wednesday thursday friday saturday sunday yesterday today tonight later earlier then afterward afterwards recently again
  back once before now last this next early late repeatedly flatly bluntly simply emphatically publicly privately`);
const TIME_NOUNS = wordSet(
  'week month year night morning afternoon evening day weekend spring summer fall autumn winter time days weeks months years hours minutes talks monday tuesday wednesday thursday friday saturday sunday',
);
const LONGEST_TITLE = 8;

/** The mark that closes the name of a show or a book at `open`, or -1. */
function endOfTitle(article: Article, open: number, limit: number): number {
  for (let at = open + 1; at < limit && at - open <= LONGEST_TITLE; at++)
    if (tokenAt(article, at).kind === 'quote') return at;
  return -1;
}

/** What was done to a text that is named as the occasion. */
const PUBLISHED = wordSet('published released issued aired broadcast');
const TIME_ADJECTIVES = /^(?:last|this|next|late|early)$/;
const OPENERS = wordSet(
  'in on at during after before to from by via through over with of outside inside near aboard following amid around under',
);
const LONGEST = 9;

/** The token after what the speaker did while speaking, where nothing but its object stands up to a comma or the end: "in posing the question". */
function skipDeed(article: Article, at: number, limit: number): number {
  if (!/^(?:in|by|before|after)$/.test(lowerAt(article, at)) || !/^[a-z]{3,}ing$/.test(lowerAt(article, at + 1)))
    return at;
  for (let index = at + 2; index <= limit && index - at <= LONGEST; index++) {
    const word = lowerAt(article, index);
    if (index === limit || word === ',' || word === '.') return index;
    if (isQuoted(article, index) || word === 'that' || CLAUSE_WORDS.has(word)) return at;
  }
  return at;
}

/** The token after one phrase of time, place or occasion that starts at `at` ("on Tuesday", "in a statement"), or `at` itself. */
function skipOne(article: Article, at: number, limit: number): number {
  const word = lowerAt(article, at);
  if (TIMES.has(word) && tokenAt(article, at + 1).kind !== 'possessive') {
    const next = lowerAt(article, at + 1);
    if (word === 'earlier' || word === 'later') {
      if (/^(?:this|that|last)$/.test(next) && TIME_NOUNS.has(lowerAt(article, at + 2))) return at + 3;
      if (next === 'in') return at + 2;
    }
    if (TIME_NOUNS.has(next)) return at + 2;
    // "late on Monday"
    if (TIME_ADJECTIVES.test(word)) return /^(?:late|early)$/.test(word) && OPENERS.has(next) ? at + 1 : at;
    return at + 1;
  }
  if (isManner(word)) return at + 1;
  // "in a study published on Wednesday"
  if (PUBLISHED.has(word) && OPENERS.has(lowerAt(article, at + 1))) return at + 1;
  if (word === 'to') {
    // "agreed to pick up the bill" has no listener
    const opener = tokenAt(article, at + 1);
    const listens =
      opener.capital ||
      opener.kind === 'number' ||
      DETERMINERS.has(opener.lower) ||
      LISTENERS.has(opener.lower) ||
      isPluralRole(opener.lower);
    if (!listens) return at;
    const told = skipListener(article, at + 1, limit);
    return told > at + 1 ? told : at;
  }
  if (!OPENERS.has(word)) return at;
  const deed = skipDeed(article, at, limit);
  if (deed > at) return deed;
  // "at least 40 people", "over 40 people" are no place or time
  if (word === 'at' && /^(?:least|most)$/.test(lowerAt(article, at + 1))) return at;
  if (/^(?:over|around|under|near)$/.test(word) && tokenAt(article, at + 1).kind === 'number') return at;
  let occasion = false;
  let index = at + 1;
  for (; index < limit && index - at <= LONGEST; index++) {
    const mention = mentionStartingAt(article, index);
    if (mention !== null) {
      index = mention.last;
      occasion = true;
      const next = tokenAt(article, index + 1);
      if (next.kind === 'possessive') index++;
      else if (!OCCASIONS.has(next.lower) && !isRoleHead(next.lower)) return index + 1;
      continue;
    }
    const token = tokenAt(article, index);
    if (token.kind === 'possessive') {
      occasion = false;
      continue;
    }
    const title = token.kind === 'quote' && !isQuoted(article, index) ? endOfTitle(article, index, limit) : -1;
    if (title > index) return title + 1;
    if (
      isQuoted(article, index) ||
      (token.kind === 'punctuation' && token.text !== '-') ||
      token.lower === 'that' ||
      OPENERS.has(token.lower)
    )
      break;
    // "after four days of talks"
    if (occasion && token.lower === 'of' && tokenAt(article, index + 1).kind === 'word') {
      index++;
      continue;
    }
    if (occasion && !OCCASIONS.has(token.lower)) break;
    if (/^(?:he|she|they|it|we|i|there)$/.test(token.lower)) break;
    if (
      OCCASIONS.has(token.lower) ||
      LISTENERS.has(token.lower) ||
      TIME_NOUNS.has(token.lower) ||
      token.kind === 'number'
    )
      occasion = true;
  }
  const closed = index - at <= 5 && (lowerAt(article, index) === 'that' || lowerAt(article, index) === ':');
  return occasion || closed ? index : at;
}

/** The token after all phrases of time, place and occasion that start at `at`. */
export function skipCircumstances(article: Article, at: number, limit: number): number {
  let index = at;
  for (let round = 0; round < 8 && index < limit; round++) {
    const next = skipOne(article, index, limit);
    if (next === index) break;
    index = next;
  }
  return Math.min(index, limit);
}

/** True where nothing but phrases of time, place, occasion and listener stands from `first` to `limit`. */
export function isCircumstance(article: Article, first: number, limit: number, listener: boolean): boolean {
  let at = first;
  if (listener) at = skipListener(article, at, limit);
  at = skipCircumstances(article, at, limit);
  while (at < limit && lowerAt(article, at) === ',') at = skipCircumstances(article, at + 1, limit);
  return at >= limit;
}
