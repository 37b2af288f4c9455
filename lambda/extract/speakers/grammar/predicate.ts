import { type Article, lowerAt, tokenAt } from '../article.ts';
import {
  ADVERBS,
  DETERMINERS,
  FINITE_VERBS,
  isManner,
  PREPOSITIONS,
  SUBORDINATORS,
} from '../lexicon/function-words.ts';
import { hasVerb } from './clause-words.ts';
import { mentionStartingAt } from './subject.ts';
import { isQuoted } from './walk.ts';

const PRONOUNS = /^(?:he|she|it|they|we|i|you|there)$/;

/** True where a clause goes on with its verb: "is closed", "never opened", "needs repair"; where only its form shows the verb, the words before must lack one. */
function startsWithVerb(article: Article, lead: [first: number, limit: number], at: number): boolean {
  let verb = at;
  while (ADVERBS.has(lowerAt(article, verb)) || isManner(lowerAt(article, verb)) || lowerAt(article, verb) === 'never')
    verb++;
  const word = lowerAt(article, verb);
  if (FINITE_VERBS.has(word)) return true;
  const [first, limit] = lead;
  const names = DETERMINERS.has(lowerAt(article, first)) || mentionStartingAt(article, first) !== null;
  if (!names || hasVerb(article, first, limit) || tokenAt(article, verb).capital) return false;
  return /^[a-z]{2,}(?:ed|[^su'i]s)$/.test(word) && !PREPOSITIONS.has(lowerAt(article, verb + 1));
}

/** True for a phrase of place or time or a clause with "if" or "when", which waits for what follows it. */
function waits(article: Article, [first, limit]: [first: number, limit: number]): boolean {
  const word = lowerAt(article, first);
  return SUBORDINATORS.has(word) || (PREPOSITIONS.has(word) && !hasVerb(article, first, limit));
}

/** True where a clause with "when" or "if" stands between a phrase that waits and what it waits for: "In May, she said, when it rained, the bridge was shut". */
export function bridges(article: Article, lead: [first: number, limit: number], at: number, end: number): boolean {
  if (!SUBORDINATORS.has(lowerAt(article, at)) || !waits(article, lead)) return false;
  let comma = at + 1;
  while (comma < end && (lowerAt(article, comma) !== ',' || isQuoted(article, comma))) comma++;
  return comma < end && hasVerb(article, comma + 1, end);
}

/** True where the words at `at`, behind an attribution in the middle of a sentence, complete those before it: "The bridge, …, is closed", "If it rains, …, the bridge will close". */
export function completes(article: Article, lead: [first: number, limit: number], at: number, end: number): boolean {
  if (isQuoted(article, at)) return false;
  if (startsWithVerb(article, lead, at)) return true;
  const subject =
    DETERMINERS.has(lowerAt(article, at)) ||
    PRONOUNS.test(lowerAt(article, at)) ||
    mentionStartingAt(article, at) !== null;
  if (!subject || !waits(article, lead)) return false;
  // no apposition of the speaker: "…, another envoy, was a mistake"
  let comma = at + 1;
  while (comma < end && lowerAt(article, comma) !== ',') comma++;
  return hasVerb(article, at + 1, comma);
}
