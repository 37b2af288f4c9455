import type { Span } from '../../../model/span.ts';
import { lowerAt, tokenAt } from '../article.ts';
import { isCircumstance } from '../grammar/circumstance.ts';
import type { Cue } from '../grammar/cues.ts';
import type { Subject } from '../grammar/subject.ts';
import { BREAKS } from '../lexicon/function-words.ts';
import { behind, firstCue, startsSentence, subjectAfter } from './around-quotation.ts';
import { type Context, type Finding, type Sieve, wordsOfCue } from './sieve.ts';
import { quotedSpan, trimmed } from './spans.ts';
import { unlisted } from './unlisted-verb.ts';

const NEAR = 10;

/** True where the quotation is the first thing in its paragraph, so that nobody was named for it there. */
function opensParagraph({ article }: Context, index: number): boolean {
  const first = article.quotations[index]?.first ?? -1;
  const at = article.sentenceAt[first] ?? -1;
  const sentence = article.sentences[at];
  return sentence?.first === first && article.sentences[at - 1]?.paragraph !== sentence.paragraph;
}

/** Spans and quotations of what was said around an attribution that stands behind the quotation `index`. */
function around(
  context: Context,
  index: number,
  cue: Cue,
  subject: Subject,
  limit: number,
): { spans: Span[]; quotations: number[] } {
  const { article } = context;
  const quotation = article.quotations[index];
  const spans: Span[] = [];
  const quotations: number[] = [];
  // a quotation that its paragraph before left open belongs to the same statement
  const chain = [index];
  for (
    let at = quotation?.continues ?? -1;
    at >= 0 && context.takenQuotations[at] === 0 && opensParagraph(context, at);
    at = article.quotations[at]?.continues ?? -1
  )
    chain.unshift(at);
  if (quotation !== undefined && chain.length === 1) {
    const sentence = article.sentences[article.sentenceAt[quotation.first] ?? -1];
    const inside = tokenAt(article, quotation.first + 1);
    const earlier =
      context.cues[article.sentenceAt[quotation.first] ?? -1]?.some((other) => other.first < quotation.first) ?? false;
    if (
      sentence !== undefined &&
      !startsSentence(article, quotation.first) &&
      !inside.capital &&
      !earlier &&
      tokenAt(article, quotation.first - 1).kind !== 'punctuation'
    ) {
      spans.push(trimmed(article.text, tokenAt(article, sentence.first).start, quotation.end));
      quotations.push(index);
      for (let other = index - 1; other >= 0 && (article.quotations[other]?.first ?? -1) >= sentence.first; other--)
        quotations.push(other);
    }
  }
  if (spans.length === 0)
    for (const part of chain) {
      spans.push(quotedSpan(article, part));
      quotations.push(part);
    }
  // "A," she said, "B."
  const next = article.quotations[index + 1];
  if (
    next !== undefined &&
    next.first === limit &&
    /^[,:;—–]$/.test(lowerAt(article, limit - 1)) &&
    context.takenQuotations[index + 1] === 0 &&
    !isAnothers(context, cue, limit)
  ) {
    const from = Math.max(cue.last, subject.last) + 1;
    if (limit - from < 24) {
      spans.push(quotedSpan(article, index + 1));
      quotations.push(index + 1);
    }
  }
  return { spans, quotations };
}

/** True where another verb of saying with its own subject stands before the next quotation, whose words that one then is: "…," Ann Roe said, but Bo Lee said: "…". */
function isAnothers({ cues }: Context, own: Cue, limit: number): boolean {
  return (cues[own.sentence] ?? []).some(
    ({ first, mood, subject, shared }) =>
      first > own.last && first < limit && mood === 'finite' && subject !== null && !shared,
  );
}

/** True where the words up to the subject belong to it or are an adverb: no clause begins among them. */
function leadsTo({ article }: Context, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokenAt(article, at);
    if (BREAKS.has(token.lower) && !/^(?:then|also|and)$/.test(token.lower)) return false;
    if (token.lower === 'and' && at === from) return false;
    if (token.kind === 'punctuation' && token.text !== ',') return false;
  }
  return true;
}

function* find(context: Context, inverted: boolean): Iterable<Finding> {
  const { article } = context;
  for (let index = 0; index < article.quotations.length; index++) {
    if (context.takenQuotations[index] === 1) continue;
    const place = behind(article, index);
    if (place === null) continue;
    const cue = firstCue(context.cues[place.sentence] ?? [], place.first, place.limit);
    const rare = cue === undefined ? unlisted(context, place, inverted) : null;
    if (rare !== null) {
      yield {
        ...around(context, index, rare.cue, rare.subject, place.limit),
        cue: wordsOfCue(rare.cue),
        subject: rare.subject,
        sentence: place.sentence,
        quoted: true,
        weakness: 0.1,
      };
      continue;
    }
    if (cue === undefined || context.takenCues.has(cue.first) || cue.mood === 'infinitive') continue;
    let subject: Subject | null = null;
    if (inverted) {
      // "… “a farce,” but said she would stay" goes on with the verb before
      const goesOn = /^(?:and|but|then)$/.test(lowerAt(article, place.first));
      // "Ann Roe, who calls it “a farce,” said she would stay"
      const own = cue.subject !== null && !cue.shared && cue.subject.last < place.first;
      if (!goesOn && !own && cue.groupFirst - place.first <= 1 && cue.mood === 'finite' && cue.frames.has('quote'))
        subject = subjectAfter(article, cue, place.limit);
      // “…” says Ann Roe
      if (!place.pause && (cue.groupFirst !== place.first || subject?.mention?.kind !== 'person')) subject = null;
    } else if (
      cue.subject !== null &&
      !cue.shared &&
      cue.subject.first >= place.first &&
      cue.subject.first - place.first <= NEAR &&
      leadsTo(context, place.first, cue.subject.first)
    ) {
      const rest = cue.last + 1;
      const attributes = place.pause || isCircumstance(article, rest, place.limit - 1, true);
      if (attributes && lowerAt(article, rest) !== 'that') subject = cue.subject;
    }
    if (subject === null) continue;
    yield {
      ...around(context, index, cue, subject, place.limit),
      cue: wordsOfCue(cue),
      subject,
      sentence: place.sentence,
      quoted: true,
    };
  }
}

/** "…," Ann Roe said. */
export const quoteThenSpeaker: Sieve = {
  name: 'quote-then-speaker',
  confidence: 0.97,
  find: (context) => find(context, false),
};

/** "…," said Ann Roe, a baker. */
export const quoteThenVerb: Sieve = {
  name: 'quote-then-verb',
  confidence: 0.96,
  find: (context) => find(context, true),
};
