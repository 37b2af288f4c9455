import { type Article, lowerAt } from '../article.ts';
import { CONVENED } from '../lexicon/cue-nouns.ts';
import { PREPOSITIONS } from '../lexicon/function-words.ts';
import { isCircumstance } from './circumstance.ts';
import { isClause, withinReach } from './clause-words.ts';
import { limitOfContent } from './content-end.ts';
import { type ContentKind, isRelative, startOfContent } from './content-start.ts';
import type { Cue } from './cues.ts';
import { isQuoted, stepLeft } from './walk.ts';

/** What was said, as tokens, both included. */
export interface Content {
  first: number;
  last: number;
  kind: ContentKind;
}

/** True for "called a strike", "called the snap election for May". */
function isConvened(article: Article, cue: Cue, first: number, limit: number): boolean {
  if (cue.lemma !== 'call') return false;
  const noun = withinReach(
    article,
    first,
    limit,
    5,
    (word) => CONVENED.has(word),
    (word) => PREPOSITIONS.has(word) || word === ',',
  );
  const next = lowerAt(article, noun + 1);
  return (
    noun >= first && (noun + 1 >= limit || PREPOSITIONS.has(next) || /^(?:,|and|on|to|next|last|this|that)$/.test(next))
  );
}

/** What the cue's own verb governs to its right, cut at the next verb of saying; `null` where that is nothing but circumstance. */
export function contentAfter(article: Article, cue: Cue, cues: readonly Cue[]): Content | null {
  const sentence = article.sentences[cue.sentence];
  if (sentence === undefined) return null;
  const start = startOfContent(article, cue, sentence.last);
  if (start === null || start.first >= sentence.last) return null;
  let limit = limitOfContent(article, cue, start.first, start.kind, cues, sentence.last);
  while (
    limit > start.first &&
    !isQuoted(article, limit - 1) &&
    /^(?:[,.;:!?…—–]|\.{2,}|-{2,}|and|but)$/.test(lowerAt(article, limit - 1))
  )
    limit--;
  if (limit <= start.first) return null;
  const last = limit - 1;
  if ((start.kind === 'clause' || start.kind === 'noun') && isCircumstance(article, start.first, limit, false))
    return null;
  // "claimed victory", "told a town hall": no clause, and no object that says anything
  if (
    start.kind === 'clause' &&
    cue.lemma !== 'say' &&
    !cue.frames.has('message') &&
    !isClause(article, start.first, limit)
  )
    return null;
  if (start.kind === 'noun' && cue.lemma === 'tell' && last - start.first < 5) return null;
  if (
    start.kind === 'naming' &&
    ((last - start.first < 2 && !isRelative(article, cue)) || isConvened(article, cue, start.first, limit))
  )
    return null;
  if (
    start.kind === 'clause' &&
    last === start.first &&
    stepLeft(article, limit) === start.first &&
    !isQuoted(article, last)
  )
    return null;
  return { first: start.first, last, kind: start.kind };
}
