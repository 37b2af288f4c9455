import type { Context, Finding, Sieve } from './sieve.ts';
import { quotationsBetween, tokenSpan } from './spans.ts';
import { findTurns } from './turns.ts';

function* find({ article }: Context): Iterable<Finding> {
  for (const { subject, first, last, sentence, until } of findTurns(article)) {
    const quotations = quotationsBetween(article, first, last);
    yield {
      cue: null,
      subject,
      spans: [tokenSpan(article, first, last)],
      quotations,
      sentence,
      verbatim: true,
      until,
    };
  }
}

/** ROE: Good evening. A transcript's turn, which is verbatim without quotation marks. */
export const transcript: Sieve = { name: 'transcript', confidence: 0.96, find };
