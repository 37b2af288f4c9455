import { type Article, lowerAt } from '../article.ts';
import type { Frame } from '../lexicon/cue-verbs.ts';
import { nounPhraseAfter } from './noun-phrase.ts';
import type { Subject } from './subject.ts';
import { isQuoted, stepRight } from './walk.ts';

/** True for verbs whose passive has the listener as its subject: "she was asked by Ann Roe whether". */
export function takesListener(frames: ReadonlySet<Frame>): boolean {
  return frames.has('addressee') || frames.has('request');
}

/** Who did it, in "asked by Ann Roe"; `null` without "by" and somebody who can speak. */
export function agentOf(article: Article, verb: number, limit: number): Subject | null {
  if (lowerAt(article, verb + 1) !== 'by') return null;
  const agent = nounPhraseAfter(article, verb + 2, limit);
  return agent?.mention?.kind === 'place' ? null : agent;
}

const QUOTING = /^(?:quot(?:ed|es|ing)|cit(?:ed|es|ing)|report(?:ed|s|ing)|record(?:ed|s|ing)|describ(?:ed|es|ing))$/;
const QUOTED_WITHIN = 12;

/** Who is quoted in "the agency quoted a spokesman as saying", where "as" stands at the token; else `null`. */
export function quotedBefore(article: Article, as: number, lowest: number): Subject | null {
  for (let verb = as - 2; verb >= lowest && as - verb < QUOTED_WITHIN; verb--) {
    if (isQuoted(article, verb) || !QUOTING.test(lowerAt(article, verb))) continue;
    const subject = nounPhraseAfter(article, verb + 1, as);
    return subject !== null && subject.last < as ? subject : null;
  }
  return null;
}

/** The subject behind the comma, where the sentence opens with the participle: "Noting the cost, Ann Roe said". */
export function subjectBehind(article: Article, at: number, limit: number): Subject | null {
  for (let index = at + 1; index < limit; index = stepRight(article, index)) {
    if (lowerAt(article, index) !== ',' || isQuoted(article, index)) continue;
    const subject = nounPhraseAfter(article, index + 1, limit);
    if (subject !== null && subject.kind === 'name') return subject;
    const word = lowerAt(article, index + 1);
    if (word === 'he' || word === 'she')
      return { kind: 'pronoun', first: index + 1, last: index + 1, mention: null, head: word };
  }
  return null;
}
