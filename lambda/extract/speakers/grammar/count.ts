import { type Article, lowerAt, tokenAt } from '../article.ts';
import {
  COUNT_COMPARATIVES,
  COUNT_JOINERS,
  COUNT_LEAD_PHRASES,
  COUNT_LEADS,
  COUNTS,
  FRACTIONS,
} from '../lexicon/quantities.ts';

const isCount = (article: Article, at: number): boolean =>
  tokenAt(article, at).kind === 'number' || COUNTS.has(lowerAt(article, at));

/** The token behind the words at `at` that only lead to a count, or `at` itself. */
function behindLead(article: Article, at: number): number {
  const phrase = COUNT_LEAD_PHRASES.find((words) =>
    words.every((word, index) => lowerAt(article, at + index) === word),
  );
  return phrase !== undefined ? at + phrase.length : COUNT_LEADS.has(lowerAt(article, at)) ? at + 1 : at;
}

/** The second count behind a joining word, as in "two or three", "a third and a half"; -1 where there is none. */
function joinedCount(article: Article, joiner: number): number {
  if (!COUNT_JOINERS.has(lowerAt(article, joiner))) return -1;
  const next = /^an?$/.test(lowerAt(article, joiner + 1)) ? joiner + 2 : joiner + 1;
  // "in 2010 and most of them" has two counts that are none together
  const parts = lowerAt(article, joiner) !== 'and' || FRACTIONS.has(lowerAt(article, next));
  return parts && isCount(article, next) ? next : -1;
}

/** True where the word joins two counts to one: "two or three", "40% to 50%". */
export function joinsCounts(article: Article, at: number): boolean {
  const before = /^(?:%|percent)$/.test(lowerAt(article, at - 1)) ? at - 2 : at - 1;
  return joinedCount(article, at) > 0 && isCount(article, before);
}

/** The first of the words before `first` that lead to the count there across a word that else ends a phrase: "less than", "as many as". */
export function startOfLead(article: Article, first: number, lowest: number): number {
  const before = lowerAt(article, first - 1);
  let at = first;
  if (before === 'than' && COUNT_COMPARATIVES.has(lowerAt(article, first - 2))) at = first - 2;
  else if (before === 'as' && behindLead(article, first - 3) === first) at = first - 3;
  while (at < first && at > lowest && COUNT_LEADS.has(lowerAt(article, at - 1))) at--;
  return at < lowest ? first : at;
}

/** The token behind one number, as in "36 percent", "one in five", "two thirds"; `at` where there is none. */
function behindNumber(article: Article, at: number): number {
  if (!isCount(article, at)) return at;
  const next = lowerAt(article, at + 1);
  if (next === '%' || next === 'percent') return at + 2;
  if (next === 'per' && lowerAt(article, at + 2) === 'cent') return at + 3;
  const ratio = next === 'in' ? at + 2 : next === 'out' && lowerAt(article, at + 2) === 'of' ? at + 3 : -1;
  if (ratio > 0 && isCount(article, ratio)) return ratio + 1;
  // "two thirds", and not "the third quarter"
  return FRACTIONS.has(next) && !FRACTIONS.has(lowerAt(article, at)) ? at + 2 : at + 1;
}

/** The token behind the count itself, of one number or two: "36 percent", "one in five", "40 to 50 percent"; `at` where there is none. */
export function behindCount(article: Article, at: number): number {
  const behind = behindNumber(article, at);
  const second = behind === at ? -1 : joinedCount(article, behind);
  return second > 0 ? behindNumber(article, second) : behind;
}

/** The token behind all that leads to a count, no further than `last`. */
export function behindLeads(article: Article, first: number, last: number): number {
  let at = first;
  while (at < last) {
    const next = behindLead(article, at);
    if (next === at || next > last || /^(?:some|more)$/.test(lowerAt(article, at + 1))) break;
    if (next === at + 1 && behindCount(article, at) > last) break;
    at = next;
  }
  return at;
}
