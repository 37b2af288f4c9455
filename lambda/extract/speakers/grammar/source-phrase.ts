import { type Article, lowerAt, tokenAt } from '../article.ts';
import { AUXILIARIES, BREAKS, DETERMINERS, PREPOSITIONS } from '../lexicon/function-words.ts';
import { wordSet } from '../lexicon/words.ts';
import type { Subject } from './subject.ts';
import { isQuoted } from './walk.ts';

const LONGEST = 14;
/** What one goes by, rather than what says something: "according to plan". */
const MEASURES = wordSet(
  'plan plans schedule law laws custom customs tradition traditions rule rules need needs ability merit size age taste type kind order protocol principle principles wishes',
);
const TIMES = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday last this earlier late yesterday today',
);
/** Prepositions that carry a source's name on: "data from the customs office". */
const TIES = wordSet('of from by in on for at');

/** The noun phrase that starts at `first`, whatever it names, as the source behind "according to": "data from the customs office"; `null` for a measure. */
export function sourceAfter(article: Article, first: number, limit: number): Subject | null {
  let last = first - 1;
  let head = '';
  for (let at = first; at < limit && at - first < LONGEST; at++) {
    const token = tokenAt(article, at);
    if (token.kind === 'possessive') continue;
    if ((token.kind !== 'word' && token.kind !== 'number') || isQuoted(article, at)) break;
    if (BREAKS.has(token.lower) || AUXILIARIES.has(token.lower)) break;
    const tie =
      TIES.has(token.lower) ||
      /^(?:familiar with|close to|briefed on)$/.test(`${lowerAt(article, at - 1)} ${token.lower}`);
    if (PREPOSITIONS.has(token.lower) && !tie) break;
    // "records released on Monday", "a poll released Monday"
    const next = tokenAt(article, at + 1);
    if (
      at > first &&
      !token.capital &&
      /^(?!briefed$)[a-z]{4,}ed$/.test(token.lower) &&
      (PREPOSITIONS.has(next.lower) || TIMES.has(next.lower) || next.kind !== 'word')
    )
      break;
    if (tie) {
      if (head === '') head = lowerAt(article, at - 1);
      continue;
    }
    last = at;
  }
  if (last < first || PREPOSITIONS.has(lowerAt(article, first))) return null;
  if (head === '') head = lowerAt(article, last);
  if (MEASURES.has(head) || (last === first && DETERMINERS.has(head))) return null;
  return { kind: 'phrase', first, last, mention: null, head };
}
