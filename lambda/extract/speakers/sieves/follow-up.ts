import { lowerAt, tokenAt } from '../article.ts';
import { isCircumstance } from '../grammar/circumstance.ts';
import { onlyQuotations } from './continuation.ts';
import { type Context, type Finding, type Sieve, wordsOfCue } from './sieve.ts';
import { quotedSpan } from './spans.ts';

const PARAGRAPH_WEAKNESS = 0.15;

function* find(context: Context): Iterable<Finding> {
  const { article } = context;
  const speaking = new Map<number, Finding['subject']>();
  for (const draft of context.drafts) speaking.set(draft.sentence, draft.subject);
  for (let index = 1; index < article.sentences.length; index++) {
    const quotations = onlyQuotations(context, index).filter((quotation) => context.takenQuotations[quotation] === 0);
    if (quotations.length === 0) continue;
    const before = article.sentences[index - 1];
    if (before === undefined) continue;
    const close = before.paragraph === article.sentences[index]?.paragraph;
    // "…, she said in a statement. “…”"
    const open = context.cues[index - 1]?.findLast(
      (cue) =>
        cue.subject !== null &&
        !context.takenCues.has(cue.first) &&
        isCircumstance(article, cue.last + 1, before.last - 1, cue.frames.has('addressee')),
    );
    const subject = open?.subject ?? (close ? speaking.get(index - 1) : undefined);
    if (subject === undefined || (!close && open === undefined)) continue;
    if (!close && lowerAt(article, before.last - 1) === '?') continue;
    speaking.set(index, subject);
    yield {
      cue: open === undefined ? null : wordsOfCue(open),
      subject,
      spans: quotations.map((quotation) => quotedSpan(article, quotation)),
      quotations,
      sentence: index,
      quoted: true,
      weakness: close && tokenAt(article, before.last - 1).text === '.' ? 0 : PARAGRAPH_WEAKNESS,
    };
  }
}

/** Ann Roe wants a new bridge, she said. "…": a quotation right behind what somebody said is that speaker's too. */
export const followUp: Sieve = { name: 'follow-up', confidence: 0.75, find };
