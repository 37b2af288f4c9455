import { tokenAt } from '../article.ts';
import { stepRight } from '../grammar/walk.ts';
import type { Context, Draft, Finding, Sieve } from './sieve.ts';
import { quotedSpan } from './spans.ts';

/** The quotations of a sentence that consists of nothing else, or an empty list. */
export function onlyQuotations(context: Context, index: number): number[] {
  const { article } = context;
  const sentence = article.sentences[index];
  const found: number[] = [];
  if (sentence === undefined) return found;
  for (let at = sentence.first; at < sentence.last; at = stepRight(article, at)) {
    const quotation = article.quotationAt[at] ?? -1;
    if (quotation >= 0) found.push(quotation);
    else if (tokenAt(article, at).kind === 'word') return [];
  }
  return found;
}

/** The drafts that hold words in quotation marks, by the sentence of their last quotation. */
function bySentence(context: Context): Map<number, Draft> {
  const map = new Map<number, Draft>();
  for (const draft of context.drafts) {
    for (const quotation of draft.quotations) {
      const last = context.article.quotations[quotation]?.last ?? -1;
      const sentence = context.article.sentenceAt[last] ?? -1;
      map.set(Math.max(sentence, draft.sentence), draft);
    }
  }
  return map;
}

function* find(context: Context): Iterable<Finding> {
  const { article } = context;
  const holders = bySentence(context);
  const byQuotation = new Map<number, Draft>();
  for (const draft of context.drafts) for (const quotation of draft.quotations) byQuotation.set(quotation, draft);
  for (let index = 1; index < article.sentences.length; index++) {
    const quotations = onlyQuotations(context, index).filter((quotation) => context.takenQuotations[quotation] === 0);
    const first = article.quotations[quotations[0] ?? -1];
    if (first === undefined) continue;
    const held = holders.get(index - 1);
    const carried = byQuotation.get(first.continues);
    const host = article.sentences[index - 1]?.paragraph === article.sentences[index]?.paragraph ? held : carried;
    if (host === undefined) continue;
    holders.set(index, host);
    for (const quotation of quotations) byQuotation.set(quotation, host);
    yield {
      cue: null,
      subject: host.subject,
      spans: quotations.map((quotation) => quotedSpan(article, quotation)),
      quotations,
      sentence: index,
      extend: host,
    };
  }
}

/** "A," she said. "B.": a sentence of nothing but quotation carries on the statement before it. */
export const continuation: Sieve = { name: 'continuation', confidence: 0.9, find };
