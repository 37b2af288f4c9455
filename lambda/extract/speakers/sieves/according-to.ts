import { lowerAt, tokenAt } from '../article.ts';
import { nounPhraseAfter } from '../grammar/noun-phrase.ts';
import { sourceAfter } from '../grammar/source-phrase.ts';
import { nameBehindPhrase } from './around-quotation.ts';
import { restBehind } from './medial.ts';
import type { Context, Finding, Sieve } from './sieve.ts';
import { quotationsBetween, tokenSpan } from './spans.ts';

const LONGEST_ASIDE = 40;

function* find(context: Context): Iterable<Finding> {
  const { article } = context;
  for (let index = 0; index < article.sentences.length; index++) {
    const sentence = article.sentences[index];
    if (sentence === undefined) continue;
    for (let at = sentence.first; at + 2 < sentence.last; at++) {
      if (
        lowerAt(article, at) !== 'according' ||
        lowerAt(article, at + 1) !== 'to' ||
        (article.quotationAt[at] ?? -1) >= 0
      )
        continue;
      const named = nameBehindPhrase(article, at + 2, sentence.last);
      const noun = named ?? nounPhraseAfter(article, at + 2, sentence.last);
      const source = noun === null || noun.head !== '' ? sourceAfter(article, at + 2, sentence.last) : null;
      const subject = noun === null || (noun.mention === null && (source?.last ?? 0) > noun.last) ? source : noun;
      if (subject === null || context.takenCues.has(at)) continue;
      const cue = { first: at, last: at + 1, lemma: 'according to' };
      let first = sentence.first;
      let last = at - 1;
      if (at <= sentence.first + 1) {
        let comma = subject.last + 1;
        while (comma < sentence.last && lowerAt(article, comma) !== ',' && comma - at < LONGEST_ASIDE) comma++;
        // past an apposition: "According to Ann Roe, a baker, …"
        const opener = lowerAt(article, comma + 1);
        const second = /^(?:a|an|the|who|whose)$/.test(opener) ? commaBefore(context, comma + 1, sentence.last) : -1;
        first = (second > 0 ? second : comma) + 1;
        last = sentence.last - 1;
      }
      while (last > first && /^[,.;:!?—–]$/.test(tokenAt(article, last).text)) last--;
      while (first < last && /^(?:and|but|,)$/.test(lowerAt(article, first))) first++;
      if (last - first < 1) continue;
      const spans = [tokenSpan(article, first, last)];
      const quotations = quotationsBetween(article, first, last);
      // The plan, according to Ann Roe, is dead.
      const rest = first < at ? restBehind(context, [first, at - 1], subject.last + 1, index) : null;
      if (rest !== null) {
        spans.push(tokenSpan(article, rest.first, rest.last));
        quotations.push(...quotationsBetween(article, rest.first, rest.last));
      }
      yield { cue, subject, spans, quotations, sentence: index };
    }
  }
}

/** A comma within a short apposition that only a role or a relative clause fills, or -1. */
function commaBefore(context: Context, from: number, limit: number): number {
  const { article } = context;
  const named = /^(?:who|whose)$/.test(lowerAt(article, from));
  for (let at = from; at < limit && at - from < 12; at++) {
    if (lowerAt(article, at) === ',') return at;
    if (!named && /^(?:is|are|was|were|has|have|had|will|would)$/.test(lowerAt(article, at))) return -1;
  }
  return -1;
}

/** According to Ann Roe, …; …, according to Ann Roe. */
export const accordingTo: Sieve = { name: 'according-to', confidence: 0.92, frame: 'clause', find };
