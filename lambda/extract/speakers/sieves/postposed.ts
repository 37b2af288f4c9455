import type { Span } from '../../../model/span.ts';
import { lowerAt, tokenAt } from '../article.ts';
import { isCircumstance } from '../grammar/circumstance.ts';
import type { Cue } from '../grammar/cues.ts';
import type { Subject } from '../grammar/subject.ts';
import { isQuoted } from '../grammar/walk.ts';
import { DETERMINERS, FUNCTION_WORDS, PREPOSITIONS } from '../lexicon/function-words.ts';
import { subjectAfter } from './around-quotation.ts';
import { type Context, type Finding, type Sieve, wordsOfCue } from './sieve.ts';
import { quotationsBetween, tokenSpan } from './spans.ts';

/** The first comma from `from`, or `limit`. */
function commaFrom(context: Context, from: number, limit: number): number {
  let at = from;
  while (at < limit && (lowerAt(context.article, at) !== ',' || isQuoted(context.article, at))) at++;
  return at;
}

/** The subject behind its verb, where the sentence ends there or goes on with no more than an aside or a phrase of place. */
function closing({ article }: Context, subject: Subject | null, limit: number): Subject | null {
  if (subject === null) return null;
  const next = subject.last + 1;
  const word = lowerAt(article, next);
  return next >= limit || /^[.,;(!?]$/.test(word) || PREPOSITIONS.has(word) ? subject : null;
}

/** True where what stands behind the comma is no more of what was said: "…, she said, adding that". */
function goesOn({ article, cues }: Context, at: number, index: number): boolean {
  const word = lowerAt(article, at);
  if (/^(?:who|which|but|while|although|though|when|as|citing)$/.test(word)) return true;
  return cues[index]?.some((cue) => cue.mood === 'participle' && cue.groupFirst === at) ?? false;
}

/** As Ann Roe put it, the plan is dead. */
function behindAs(context: Context, cue: Cue, subject: Subject, index: number): Finding | null {
  const { article } = context;
  const sentence = article.sentences[index];
  if (sentence === undefined) return null;
  const from = cue.last + 1;
  const close = commaFrom(context, from, sentence.last);
  let end = sentence.last;
  while (end > from && /^[.!?…]$/.test(tokenAt(article, end - 1).text)) end--;
  if (end - close < 3 || isQuoted(article, close + 1) || !isCircumstance(article, from, close, true)) return null;
  const spans = [tokenSpan(article, close + 1, end - 1)];
  return {
    cue: wordsOfCue(cue),
    subject,
    spans,
    quotations: quotationsBetween(article, close + 1, end - 1),
    sentence: index,
  };
}

function finding(context: Context, cue: Cue, index: number): Finding | null {
  const { article } = context;
  const sentence = article.sentences[index];
  if (sentence === undefined) return null;
  const own = cue.subject !== null && !cue.shared ? cue.subject : null;
  const subject =
    own ??
    (lowerAt(article, cue.groupFirst - 1) === ',' && cue.frames.has('clause') && !cue.frames.has('noun')
      ? closing(context, subjectAfter(article, cue, sentence.last), sentence.last)
      : null);
  if (subject === null) return null;
  if (/^(?:asked|pressed|told|questioned|quizzed)$/.test(lowerAt(article, sentence.first))) return null;
  const as = own !== null && lowerAt(article, own.first - 1) === 'as' ? 1 : 0;
  const opener = Math.min(subject.first, cue.groupFirst) - 1 - as;
  const comma = DETERMINERS.has(lowerAt(article, opener)) ? opener - 1 : opener;
  // "as they say" is a figure of speech
  if (as === 1 && own?.head === 'they') return null;
  if (as === 1 && comma <= sentence.first) return behindAs(context, cue, subject, index);
  if (comma < sentence.first + 1 || lowerAt(article, comma) !== ',') return null;
  const from = Math.max(cue.last, subject.last) + 1;
  let close = commaFrom(context, from, sentence.last);
  let end = sentence.last;
  while (end > from && /^[.!?…]$/.test(tokenAt(article, end - 1).text)) end--;
  close = Math.min(close, end);
  const clear =
    subject.last > cue.last ||
    isCircumstance(article, from, close, cue.frames.has('addressee') || cue.lemma === 'tell');
  if (!clear) return null;
  let first = sentence.first;
  if (/^(?:and|but|so|yet)$/.test(lowerAt(article, first)) && !isQuoted(article, first)) first++;
  const lead = tokenAt(article, first);
  const short = comma - first < 2;
  const medial =
    close < end && own !== null && end - close > 2 && (from === close || short) && !goesOn(context, close + 1, index);
  if (short && !medial) return null;
  const dropped =
    short &&
    (first === comma ||
      (FUNCTION_WORDS.has(lead.lower) && !/^(?:that|this|these|those|it|he|she|they)$/.test(lead.lower)));
  const spans: Span[] = dropped ? [] : [tokenSpan(article, first, comma - 1)];
  const quotations = dropped ? [] : quotationsBetween(article, first, comma - 1);
  // The plan, Ann Roe said, is dead.
  if (medial) {
    spans.push(tokenSpan(article, close + 1, end - 1));
    quotations.push(...quotationsBetween(article, close + 1, end - 1));
  }
  return { cue: wordsOfCue(cue), subject, spans, quotations, sentence: index };
}

function* find(context: Context): Iterable<Finding> {
  for (let index = 0; index < context.cues.length; index++) {
    for (const cue of context.cues[index] ?? []) {
      if (
        cue.mood !== 'finite' ||
        context.takenCues.has(cue.first) ||
        !(cue.frames.has('clause') || cue.frames.has('quote'))
      )
        continue;
      const found = finding(context, cue, index);
      if (found !== null) yield found;
    }
  }
}

/** The plan is dead, Ann Roe said; the plan, she said, is dead. */
export const postposed: Sieve = { name: 'postposed', confidence: 0.92, find };
