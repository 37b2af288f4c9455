import { type Article, lowerAt, tokenAt } from '../article.ts';
import { nounPhraseAfter } from '../grammar/noun-phrase.ts';
import { mentionEndingAt, type Subject, subjectOfMention } from '../grammar/subject.ts';
import { behind } from './around-quotation.ts';
import type { Context, Finding, Sieve } from './sieve.ts';
import { quotedSpan } from './spans.ts';

const REPLY = /^(?:reply|answer|response|retort|rejoinder|comment|verdict|explanation|riposte|words)$/;
const LINKS = /^(?:came|was|is|comes)$/;
const PRONOUNS: Readonly<Record<string, string>> = { his: 'he', her: 'she', their: 'they' };
const MOST_ADJECTIVES = 3;

/** Whose reply it is: "her curt reply", "Ann Roe's answer", "the reply from Ann Roe"; `null` where no such noun stands there. */
function replier(article: Article, at: number, limit: number): Subject | null {
  const pronoun = PRONOUNS[lowerAt(article, at)];
  for (let noun = at + 1; noun < limit && noun - at <= MOST_ADJECTIVES + 4; noun++) {
    if (!REPLY.test(lowerAt(article, noun))) continue;
    if (pronoun !== undefined) return { kind: 'pronoun', first: at, last: at, mention: null, head: pronoun };
    if (/^(?:from|of|by)$/.test(lowerAt(article, noun + 1))) return nounPhraseAfter(article, noun + 2, limit);
    for (let owner = noun - 1; owner > at; owner--) {
      if (tokenAt(article, owner).kind !== 'possessive') continue;
      const mention = mentionEndingAt(article, owner - 1);
      return mention === null ? nounPhraseAfter(article, at, owner) : subjectOfMention(mention);
    }
    return null;
  }
  return null;
}

function* find(context: Context): Iterable<Finding> {
  const { article } = context;
  for (let index = 0; index < article.quotations.length; index++) {
    if (context.takenQuotations[index] === 1) continue;
    const place = behind(article, index);
    if (place === null) continue;
    const link = lowerAt(article, place.first);
    const inWords = link === 'in';
    if (!inWords && !LINKS.test(link)) continue;
    const subject = replier(article, place.first + 1, place.limit);
    if (subject === null || (inWords && !hasWords(article, place.first, place.limit))) continue;
    const cue = { first: place.first, last: place.first, lemma: inWords ? 'in the words of' : 'reply' };
    if (context.takenCues.has(cue.first)) continue;
    yield {
      cue,
      subject,
      spans: [quotedSpan(article, index)],
      quotations: [index],
      sentence: place.sentence,
      quoted: true,
    };
  }
}

function hasWords(article: Article, first: number, limit: number): boolean {
  for (let at = first; at < limit && at - first < 8; at++) if (lowerAt(article, at) === 'words') return true;
  return false;
}

/** "…," came her reply; “…”, in Ann Roe's words. */
export const replyNoun: Sieve = { name: 'reply-noun', confidence: 0.85, find };
