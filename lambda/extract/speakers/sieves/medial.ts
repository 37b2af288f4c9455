import { lowerAt } from '../article.ts';
import { isCircumstance } from '../grammar/circumstance.ts';
import { startsClause } from '../grammar/cue-subject.ts';
import { bridges, completes } from '../grammar/predicate.ts';
import { isQuoted } from '../grammar/walk.ts';
import { FINITE_VERBS } from '../lexicon/function-words.ts';
import type { Context } from './sieve.ts';

/** So many commas may stand within "…, she said on Friday, at a hearing, …". */
const MOST_PHRASES = 3;

/** Marks that set an attribution off from what was said. */
export const MARKS = /^(?:,|—|–|--)$/;

/** The first mark of that sort from `from`, or `limit`. */
export function markFrom({ article }: Context, from: number, limit: number, mark = ','): number {
  let at = from;
  while (at < limit && (lowerAt(article, at) !== mark || isQuoted(article, at))) at++;
  return at;
}

/** True where what stands behind the comma is no more of what was said: "…, she said, adding that". */
export function goesOn({ article, cues }: Context, at: number, index: number): boolean {
  const word = lowerAt(article, at);
  if (/^(?:who|which|but|while|although|though|when|as|citing)$/.test(word)) return true;
  return cues[index]?.some((cue) => cue.mood === 'participle' && cue.groupFirst === at) ?? false;
}

/** An attribution in the middle of its sentence, as tokens. */
export interface Attribution {
  /** What was said before it, its end exclusive. */
  lead: [first: number, limit: number];
  /** The token behind its verb and speaker. */
  from: number;
  /** Where the sentence ends, exclusive. */
  end: number;
  /** The mark that closes it, which is the one that opened it. */
  mark: string;
  listener: boolean;
  /** True where the speaker stands last, so that an apposition may follow: ", said Ann Roe, a pilot, …". */
  inverted?: boolean;
}

/** True for a verb that only the words before the attribution can have as their subject: ", is closed". */
function isPredicate({ article }: Context, at: number): boolean {
  return FINITE_VERBS.has(lowerAt(article, at)) && !isQuoted(article, at);
}

/** The mark that closes the attribution, where nothing but time, place and listener stands before it and the words behind complete those before; else -1. */
export function closeOf(context: Context, attribution: Attribution, index: number): number {
  const { lead, from, end, mark, listener, inverted = false } = attribution;
  const aside = inverted && lowerAt(context.article, from) === ',';
  let close = markFrom(context, from, end, mark);
  for (let phrase = 0; phrase < MOST_PHRASES && close < end - 1; phrase++) {
    if (
      aside && close > from ? !isPredicate(context, close + 1) : !isCircumstance(context.article, from, close, listener)
    ) {
      if (!aside) return -1;
      close = markFrom(context, close + 1, end, mark);
      continue;
    }
    if (bridges(context.article, lead, close + 1, end)) return close;
    if (!goesOn(context, close + 1, index) && completes(context.article, lead, close + 1, end)) return close;
    close = markFrom(context, close + 1, end, mark);
  }
  return -1;
}

/** The end of what was said behind the attribution, exclusive: another speaker's clause is none of it ("…, but Bo Lee said"). */
export function endOfRest({ article, cues }: Context, first: number, end: number, index: number): number {
  for (const { first: verb, mood, subject, shared } of cues[index] ?? []) {
    if (verb <= first || mood !== 'finite' || shared || subject === null || subject.first <= first) continue;
    const joiner = subject.first - 1;
    if (!isQuoted(article, joiner) && lowerAt(article, joiner - 1) === ',' && startsClause(article, subject.first, 1))
      return joiner - 1;
  }
  return end;
}

/** What completes the words before "according to Ann Roe", as tokens, both included; `null` where nothing does. */
export function restBehind(
  context: Context,
  lead: Attribution['lead'],
  from: number,
  index: number,
): { first: number; last: number } | null {
  const { article } = context;
  const mark = lowerAt(article, lead[1]);
  let end = article.sentences[index]?.last ?? from;
  while (end > from && /^[.!?…]$/.test(lowerAt(article, end - 1))) end--;
  if (!MARKS.test(mark)) return null;
  const close = closeOf(context, { lead, from, end, mark, listener: false }, index);
  const last = close < 0 ? close : endOfRest(context, close + 1, end, index) - 1;
  return last > close ? { first: close + 1, last } : null;
}
