import { lowerAt, tokenAt } from '../article.ts';
import { isCircumstance } from '../grammar/circumstance.ts';
import type { Cue } from '../grammar/cues.ts';
import { type Subject, sameSubject } from '../grammar/subject.ts';
import { isQuoted, stepRight } from '../grammar/walk.ts';
import { lastMark, subjectAfter } from './around-quotation.ts';
import { type Context, type Finding, type Sieve, wordsOfCue } from './sieve.ts';
import { quotedSpan, tokenSpan } from './spans.ts';

const LONGEST_TITLE = 8;
const LEAST_SENTENCE = 5;

/** True where the quotation is the name of a book, show or song: a few words, all with capitals. */
function isTitle({ article }: Context, first: number): boolean {
  const quotation = article.quotations[article.quotationAt[first] ?? -1];
  if (quotation === undefined || quotation.last - first > LONGEST_TITLE) return false;
  for (let at = first + 1; at < quotation.last; at++) {
    const token = tokenAt(article, at);
    if (token.kind === 'word' && !token.capital && !/^(?:of|the|a|an|and|in|for|to|on)$/.test(token.lower))
      return false;
  }
  return true;
}

/** True where the words between the verb and the quotation hold nothing that was said. */
function opensQuotation(context: Context, cue: Cue, first: number): boolean {
  const { article } = context;
  let end = first;
  const pause = lowerAt(article, end - 1);
  if (pause === ':') return true;
  if (pause === ',') end--;
  else if (end > cue.last + 1 && isTitle(context, first)) return false;
  if (end <= cue.last + 1) return cue.frames.has('quote') || pause === ',';
  if (isCircumstance(article, cue.last + 1, end, true)) return true;
  return pause === ',' && cue.mood === 'finite' && cue.frames.has('quote') && isSentence(context, first);
}

/** True where the quotation is a whole sentence, which nothing but a verb of saying can lead to. */
function isSentence({ article }: Context, first: number): boolean {
  const quotation = article.quotations[article.quotationAt[first] ?? -1];
  if (quotation === undefined || quotation.last - first < LEAST_SENTENCE) return false;
  return tokenAt(article, first + 1).capital && /[.,!?…]/.test(lastMark(article, quotation));
}

function speakerOf({ article }: Context, cue: Cue, limit: number): Subject | null {
  return cue.subject ?? (cue.mood === 'finite' ? subjectAfter(article, cue, limit) : null);
}

function* find(context: Context): Iterable<Finding> {
  const { article } = context;
  for (let index = 0; index < article.quotations.length; index++) {
    const quotation = article.quotations[index];
    if (quotation === undefined || context.takenQuotations[index] === 1) continue;
    const sentence = article.sentenceAt[quotation.first] ?? -1;
    const cues = context.cues[sentence] ?? [];
    const earlier = article.quotations[index - 1]?.first ?? -1;
    const opening = cues
      .filter((cue) => cue.last < quotation.first && cue.first > earlier && !context.takenCues.has(cue.first))
      .slice(-3)
      .findLast(
        (cue) =>
          !(cue.nested && !isSentence(context, quotation.first) && lowerAt(article, quotation.first - 1) !== ':') &&
          opensQuotation(context, cue, quotation.first) &&
          speakerOf(context, cue, quotation.first) !== null,
      );
    if (opening === undefined) continue;
    const cue = opening;
    const subject = speakerOf(context, cue, quotation.first);
    if (subject === null) continue;
    const end = article.sentences[sentence]?.last ?? quotation.last + 1;
    const next = quotation.last + 1;
    const complete = /[.!?…]/.test(lastMark(article, quotation)) || lowerAt(article, quotation.first - 1) === ':';
    const mixed = !complete && next < end && !/^[,.;!?)—–]$/.test(lowerAt(article, next));
    if (mixed && (next === end - 1 || !/^[,]$/.test(lowerAt(article, quotation.first - 1)))) continue;
    const spans = [mixed ? tokenSpan(article, quotation.first, end - 2) : quotedSpan(article, index)];
    const quotations = [index];
    // X said: "A," and "B."
    for (let at = mixed ? end : next, part = index + 1; at < end; at = stepRight(article, at)) {
      if (!isQuoted(article, at)) {
        if (!/^(?:,|and|or|;)$/.test(lowerAt(article, at))) break;
        continue;
      }
      spans.push(quotedSpan(article, part));
      quotations.push(part++);
    }
    const host =
      cue.mood === 'participle'
        ? (context.draftsBySentence.get(sentence) ?? []).find(
            (draft) => draft.quoted !== true && sameSubject(draft.subject, subject),
          )
        : undefined;
    yield {
      cue: wordsOfCue(cue),
      subject,
      spans,
      quotations,
      sentence,
      quoted: !mixed,
      ...(host === undefined ? {} : { extend: host }),
    };
  }
}

/** Ann Roe said, "…" and Ann Roe told reporters on Friday: "…". */
export const speakerThenQuote: Sieve = { name: 'speaker-then-quote', confidence: 0.96, find };
