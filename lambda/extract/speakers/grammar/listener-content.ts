import type { Article } from '../article.ts';
import { tokenAt } from '../article.ts';
import { isVerbal, withinReach } from './clause-words.ts';

const LISTENER_WITHIN = 6;

const MEASURE_WITHIN = 9;

/** The "against" behind a listener: "advised drivers against the pass"; -1 where there is none. */
export function againstAhead(article: Article, at: number, limit: number): number {
  return withinReach(
    article,
    at,
    limit,
    LISTENER_WITHIN,
    (word) => word === 'against',
    (word) => /^(?:that|to|[,.:;]|and|of|from)$/.test(word) || isVerbal(word),
  );
}

/** True for an object with its measure: "losses at 3 million", "the number at about forty". */
export function isPlaced(article: Article, at: number, limit: number): boolean {
  const tie = withinReach(
    article,
    at,
    limit,
    MEASURE_WITHIN,
    (word) => word === 'at',
    (word) => /^(?:that|to|[,.:;]|and|on|in|into|off|out|up|down)$/.test(word),
  );
  if (tie <= at) return false;
  for (let index = tie + 1; index < Math.min(limit, tie + 5); index++) {
    const token = tokenAt(article, index);
    if (token.kind === 'number' || /^\p{Sc}|\d/u.test(token.text)) return true;
  }
  return false;
}
