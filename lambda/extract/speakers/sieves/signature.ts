import { lowerAt, tokenAt } from '../article.ts';
import { mentionStartingAt, subjectOfMention } from '../grammar/subject.ts';
import type { Context, Finding, Sieve } from './sieve.ts';
import { quotedSpan } from './spans.ts';

const DASH = /^(?:—|–|-|―|--)$/;

function* find(context: Context): Iterable<Finding> {
  const { article } = context;
  for (let index = 0; index < article.quotations.length; index++) {
    const quotation = article.quotations[index];
    if (quotation === undefined || context.takenQuotations[index] === 1) continue;
    const dash = quotation.last + 1;
    if (!DASH.test(lowerAt(article, dash))) continue;
    const signed = mentionStartingAt(article, dash + 1);
    const sentence = article.sentences[article.sentenceAt[dash] ?? -1];
    // the name must close the line, or be followed by a comma
    const after = tokenAt(article, (signed?.last ?? 0) + 1);
    const closes = signed !== null && (signed.last + 1 >= (sentence?.last ?? 0) || /^[,.(]$/.test(after.text));
    if (signed === null || !closes || signed.kind === 'place') continue;
    const sentenceIndex = article.sentenceAt[dash] ?? -1;
    yield {
      cue: null,
      subject: subjectOfMention(signed),
      spans: [quotedSpan(article, index)],
      quotations: [index],
      sentence: sentenceIndex,
      quoted: true,
    };
  }
}

/** "…" – Ann Roe, also with the name on a line of its own. */
export const signature: Sieve = { name: 'signature', confidence: 0.85, find };
