import type { Span } from '../../../model/span.ts';
import { type Article, lowerAt, tokenAt } from '../article.ts';
import { isCircumstance } from '../grammar/circumstance.ts';
import type { Cue } from '../grammar/cues.ts';
import { mentionStartingAt, type Subject, subjectOfMention } from '../grammar/subject.ts';
import { isQuoted } from '../grammar/walk.ts';
import { DETERMINERS, FINITE_VERBS, FUNCTION_WORDS, PREPOSITIONS } from '../lexicon/function-words.ts';
import { subjectAfter } from './around-quotation.ts';
import { closeOf, endOfRest, goesOn, MARKS, markFrom } from './medial.ts';
import { type Context, type Finding, type Sieve, wordsOfCue } from './sieve.ts';
import { quotationsBetween, tokenSpan } from './spans.ts';

const LONGEST_LEAD = 8;

/** The subject behind its verb, where the sentence ends there or goes on with no more than an aside or a phrase of place. */
function closing({ article }: Context, subject: Subject | null, limit: number): Subject | null {
  if (subject === null) return null;
  const next = subject.last + 1;
  const word = lowerAt(article, next);
  return next >= limit || /^[.,;(!?]$/.test(word) || PREPOSITIONS.has(word) ? subject : null;
}

/** As Ann Roe put it, the plan is dead. */
function behindAs(context: Context, cue: Cue, subject: Subject, index: number): Finding | null {
  const { article } = context;
  const sentence = article.sentences[index];
  if (sentence === undefined) return null;
  const from = cue.last + 1;
  const close = markFrom(context, from, sentence.last);
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

/** The person whose office stands between the verb and the name: "said the firm's chief executive, Ann Roe", or `null`. */
function titledBehind({ article }: Context, cue: Cue, limit: number): Subject | null {
  const subject = subjectAfter(article, cue, limit);
  return subject?.mention?.kind === 'person' && subject.first > cue.last + 1 ? subject : null;
}

/** True for ", said Lt. Ann Roe, a police spokeswoman.": the name behind the verb speaks, whoever stands before the comma. */
function isInverted(context: Context, cue: Cue, limit: number): boolean {
  const { article } = context;
  if (lowerAt(article, cue.groupFirst - 1) !== ',' || cue.groupFirst !== cue.first) return false;
  if (!cue.frames.has('clause') || cue.frames.has('noun')) return false;
  const named = mentionStartingAt(article, cue.last + 1);
  if (named?.kind === 'place') return false;
  const behind = named === null || named.kind === 'role' ? titledBehind(context, cue, limit) : subjectOfMention(named);
  return closing(context, behind, limit) !== null && !holdsVerb(context, cue.last + 1, limit);
}

/** True where a verb of a clause follows before any comma: "…, said Ann Roe was right". */
function holdsVerb({ article }: Context, first: number, limit: number): boolean {
  for (let at = first; at < limit && !/^[,;]$/.test(lowerAt(article, at)); at++)
    if (FINITE_VERBS.has(lowerAt(article, at))) return true;
  return false;
}

/** True for "As the agency's chairman Ann Roe noted": no verb and no comma between "as" and the name. */
function opensWithAs(article: Article, own: Subject, first: number): boolean {
  if (lowerAt(article, first) !== 'as' || own.first - first > LONGEST_LEAD || own.first <= first + 1) return false;
  for (let at = first + 1; at < own.first; at++) {
    const { kind, lower } = tokenAt(article, at);
    if ((kind !== 'word' && kind !== 'possessive') || PREPOSITIONS.has(lower) || FINITE_VERBS.has(lower)) return false;
  }
  return true;
}

/** True for "And so, she said, while the vote is close, …": a clause that waits for its main one. */
function waitsBehind(article: Article, at: number): boolean {
  return /^(?:while|although|though|when|as)$/.test(lowerAt(article, at));
}

function finding(context: Context, cue: Cue, index: number): Finding | null {
  const { article } = context;
  const sentence = article.sentences[index];
  if (sentence === undefined) return null;
  const own = cue.subject !== null && !cue.shared && !isInverted(context, cue, sentence.last) ? cue.subject : null;
  const subject =
    own ??
    (lowerAt(article, cue.groupFirst - 1) === ',' && cue.frames.has('clause') && !cue.frames.has('noun')
      ? closing(context, subjectAfter(article, cue, sentence.last), sentence.last)
      : null);
  if (subject === null) return null;
  const opener = lowerAt(article, sentence.first) === 'when' ? sentence.first + 1 : sentence.first;
  if (/^(?:asked|pressed|told|questioned|quizzed)$/.test(lowerAt(article, opener))) return null;
  const as = own !== null && lowerAt(article, own.first - 1) === 'as' ? 1 : 0;
  if (own !== null && opensWithAs(article, own, sentence.first)) return behindAs(context, cue, own, index);
  const before = Math.min(subject.first, cue.groupFirst) - 1 - as;
  const comma = DETERMINERS.has(lowerAt(article, before)) ? before - 1 : before;
  // "as they say" is a figure of speech
  if (as === 1 && own?.head === 'they') return null;
  if (as === 1 && comma <= sentence.first) return behindAs(context, cue, subject, index);
  const mark = lowerAt(article, comma);
  if (comma < sentence.first + 1 || !MARKS.test(mark)) return null;
  const from = Math.max(cue.last, subject.last) + 1;
  const inBrackets = lowerAt(article, sentence.first) === '(';
  let end = sentence.last;
  while (end > from && /^[.!?…]$/.test(tokenAt(article, end - 1).text)) end--;
  if (inBrackets && lowerAt(article, end - 1) === ')') end--;
  while (end > from && /^[.!?…]$/.test(tokenAt(article, end - 1).text)) end--;
  let first = inBrackets ? sentence.first + 1 : sentence.first;
  if (/^(?:and|but|so|yet)$/.test(lowerAt(article, first)) && !isQuoted(article, first)) first++;
  const listener = cue.frames.has('addressee') || cue.lemma === 'tell';
  const completed = closeOf(
    context,
    { lead: [first, comma], from, end, mark, listener, inverted: own === null },
    index,
  );
  if (mark !== ',' && completed < 0) return null;
  const close = completed < 0 ? Math.min(markFrom(context, from, sentence.last), end) : completed;
  if (subject.last <= cue.last && lowerAt(article, from) !== ';' && !isCircumstance(article, from, close, listener))
    return null;
  const lead = tokenAt(article, first);
  const short = comma - first < 2;
  const eager =
    close < end &&
    own !== null &&
    end - close > 2 &&
    (from === close || short) &&
    (!goesOn(context, close + 1, index) || (short && from === close && waitsBehind(article, close + 1)));
  const medial = completed >= 0 || eager;
  if (short && !medial) return null;
  const dropped =
    short &&
    (first === comma ||
      (FUNCTION_WORDS.has(lead.lower) && !/^(?:that|this|these|those|it|he|she|they)$/.test(lead.lower)));
  const spans: Span[] = dropped ? [] : [tokenSpan(article, first, comma - 1)];
  const quotations = dropped ? [] : quotationsBetween(article, first, comma - 1);
  // The plan, Ann Roe said, is dead.
  const semicolon = completed < 0 && lowerAt(article, from) === ';';
  const pause = semicolon ? from : close;
  const last = medial || semicolon ? endOfRest(context, pause + 1, end, index) - 1 : close;
  if (last > pause) {
    spans.push(tokenSpan(article, pause + 1, last));
    quotations.push(...quotationsBetween(article, pause + 1, last));
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
export const postposed: Sieve = { name: 'postposed', confidence: 0.92, frame: 'clause', find };
