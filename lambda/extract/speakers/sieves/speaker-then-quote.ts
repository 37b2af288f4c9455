import { lowerAt } from '../article.ts';
import { isCircumstance } from '../grammar/circumstance.ts';
import type { Cue } from '../grammar/cues.ts';
import { sameSubject } from '../grammar/subject.ts';
import { isQuoted, stepRight } from '../grammar/walk.ts';
import { subjectAfter } from './around-quotation.ts';
import { type Context, type Finding, type Sieve, wordsOfCue } from './sieve.ts';
import { quotedSpan } from './spans.ts';

/** True where the words between the verb and the quotation hold nothing that was said. */
function opensQuotation(context: Context, cue: Cue, first: number): boolean {
  const { article } = context;
  let end = first;
  const pause = lowerAt(article, end - 1);
  if (pause === ':') return true;
  if (pause === ',') end--;
  if (end <= cue.last + 1) return cue.frames.has('quote') || pause === ',';
  return isCircumstance(article, cue.last + 1, end, true);
}

function* find(context: Context): Iterable<Finding> {
  const { article } = context;
  for (let index = 0; index < article.quotations.length; index++) {
    const quotation = article.quotations[index];
    if (quotation === undefined || context.takenQuotations[index] === 1) continue;
    const sentence = article.sentenceAt[quotation.first] ?? -1;
    const cues = context.cues[sentence] ?? [];
    let cue: Cue | undefined;
    for (const other of cues) if (other.last < quotation.first) cue = other;
    if (cue === undefined || context.takenCues.has(cue.first)) continue;
    const earlier = article.quotations[index - 1];
    if (earlier !== undefined && earlier.first > cue.last) continue;
    const subject = cue.subject ?? (cue.mood === 'finite' ? subjectAfter(article, cue, quotation.first) : null);
    if (subject === null || !opensQuotation(context, cue, quotation.first)) continue;
    const end = article.sentences[sentence]?.last ?? quotation.last + 1;
    const next = quotation.last + 1;
    const complete =
      /[.!?…]/.test(article.text[quotation.innerEnd - 1] ?? '') || lowerAt(article, quotation.first - 1) === ':';
    if (!complete && next < end && !/^[,.;!?)—–]$/.test(lowerAt(article, next))) continue;
    const spans = [quotedSpan(article, index)];
    const quotations = [index];
    // X said: "A," and "B."
    for (let at = next, part = index + 1; at < end; at = stepRight(article, at)) {
      if (!isQuoted(article, at)) {
        if (!/^(?:,|and|or|;)$/.test(lowerAt(article, at))) break;
        continue;
      }
      spans.push(quotedSpan(article, part));
      quotations.push(part++);
    }
    const host =
      cue.mood === 'participle'
        ? context.drafts.find(
            (draft) =>
              draft.sentence === sentence && draft.subject !== 'previous' && sameSubject(draft.subject, subject),
          )
        : undefined;
    yield {
      cue: wordsOfCue(cue),
      subject,
      spans,
      quotations,
      sentence,
      ...(host === undefined ? {} : { extend: host }),
    };
  }
}

/** Ann Roe said, "…" and Ann Roe told reporters on Friday: "…". */
export const speakerThenQuote: Sieve = { name: 'speaker-then-quote', confidence: 0.96, find };
