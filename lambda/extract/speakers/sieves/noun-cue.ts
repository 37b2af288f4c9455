import { lowerAt, tokenAt } from '../article.ts';
import { nounPhraseAfter } from '../grammar/noun-phrase.ts';
import { mentionEndingAt, type Subject, subjectOfMention } from '../grammar/subject.ts';
import { isQuoted, stepRight } from '../grammar/walk.ts';
import { governedBy } from '../lexicon/cue-nouns.ts';
import { AUXILIARIES } from '../lexicon/function-words.ts';
import type { Context, Finding, Sieve } from './sieve.ts';
import { quotationsBetween, tokenSpan } from './spans.ts';

const MOST_ADJECTIVES = 3;
const LONGEST = 40;
const PRONOUNS: Readonly<Record<string, string>> = { his: 'he', her: 'she' };

/** Who owns the noun at `noun`: "Ann Roe's repeated claim", "his claim", or `null`. */
function owner({ article }: Context, noun: number, lowest: number): Subject | null {
  for (let at = noun - 1; at >= lowest && noun - at <= MOST_ADJECTIVES; at--) {
    const token = tokenAt(article, at);
    if (isQuoted(article, at)) return null;
    if (token.kind === 'possessive') {
      const mention = mentionEndingAt(article, at - 1);
      return mention === null || mention.kind === 'place' ? null : subjectOfMention(mention);
    }
    const pronoun = PRONOUNS[token.lower];
    if (pronoun !== undefined) return { kind: 'pronoun', first: at, last: at, mention: null, head: pronoun };
    if (token.kind !== 'word' || token.capital) return null;
  }
  return null;
}

/** Where the noun's complement begins and whose words it is: "the claim by Ann Roe that" has its owner between. */
function complementOf(
  context: Context,
  noun: number,
  limit: number,
  lowest: number,
): { subject: Subject; first: number } | null {
  const { article } = context;
  const openers = governedBy(lowerAt(article, noun));
  if (openers === undefined) return null;
  const own = owner(context, noun, lowest);
  if (own !== null) return openers.has(lowerAt(article, noun + 1)) ? { subject: own, first: noun + 1 } : null;
  if (!/^(?:by|from|of)$/.test(lowerAt(article, noun + 1))) return null;
  const agent = nounPhraseAfter(article, noun + 2, limit);
  if (agent === null || agent.mention?.kind !== 'person') return null;
  return lowerAt(article, agent.last + 1) === 'that' && openers.has('that')
    ? { subject: agent, first: agent.last + 1 }
    : null;
}

/** The first token behind the complement: a comma, the main verb of the sentence, or its end. */
function endOf({ article }: Context, first: number, limit: number): number {
  const clause = lowerAt(article, first) === 'that';
  let verbs = 0;
  for (let at = first + 1; at < limit; at = stepRight(article, at)) {
    const word = lowerAt(article, at);
    if (at - first > LONGEST || /^(?:,|;|:|—|–|--|\))$/.test(word)) return at;
    if (
      AUXILIARIES.has(word) &&
      !/^(?:have|be|been|do)$/.test(word) &&
      !isQuoted(article, at) &&
      ++verbs > (clause ? 1 : 0) &&
      !AUXILIARIES.has(lowerAt(article, at - 1))
    )
      return at;
  }
  return limit;
}

function* find(context: Context): Iterable<Finding> {
  const { article } = context;
  for (let index = 0; index < article.sentences.length; index++) {
    const sentence = article.sentences[index];
    if (sentence === undefined) continue;
    for (let noun = sentence.first + 1; noun < sentence.last; noun = stepRight(article, noun)) {
      if (isQuoted(article, noun) || context.takenCues.has(noun)) continue;
      const found = complementOf(context, noun, sentence.last, sentence.first);
      if (found === null) continue;
      let last = endOf(context, found.first, sentence.last) - 1;
      while (last > found.first && /^[.!?…]$/.test(tokenAt(article, last).text)) last--;
      const first = lowerAt(article, found.first) === 'that' ? found.first + 1 : found.first;
      if (last - first < 2) continue;
      const cue = { first: noun, last: noun, lemma: lowerAt(article, noun) };
      const quotations = quotationsBetween(article, first, last);
      yield { cue, subject: found.subject, spans: [tokenSpan(article, first, last)], quotations, sentence: index };
    }
  }
}

/** Ann Roe's claim that the bridge is safe …; his call for a new bridge. */
export const nounCue: Sieve = { name: 'noun-cue', confidence: 0.62, frame: 'noun', find };
