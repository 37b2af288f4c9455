import type { Article } from '../article.ts';
import { lowerAt, tokenAt } from '../article.ts';
import { BREAKS } from '../lexicon/function-words.ts';
import { wordSet } from '../lexicon/words.ts';
import type { Subject } from './subject.ts';
import { isQuoted } from './walk.ts';

const LONGEST = 16;
const LONGEST_NOUN = 5;
const LEADS = wordSet(
  'about some nearly almost roughly around over more than fewer less at least just only another up to well a an the large small vast overwhelming solid strong clear slim narrow',
);
const COUNTS = wordSet(
  `one two three four five six seven eight nine ten dozens hundreds thousands half third two-thirds one-third three-quarters thirds quarter quarters majority majorities
  plurality many some most few several others those none both`,
);

/** First token of the clause that reaches up to `last`, no further back than `lowest`. */
function startOfClause(article: Article, last: number, lowest: number): number {
  let first = last;
  while (first > lowest && last - first < LONGEST) {
    const token = tokenAt(article, first - 1);
    const mark = token.kind === 'punctuation' && token.text !== '%' && token.text !== '-';
    if (mark || token.kind === 'quote' || BREAKS.has(token.lower) || isQuoted(article, first - 1)) break;
    first--;
  }
  return first;
}

/** The token behind the number itself, as in "36 percent", "one in five", "two-thirds"; `at` where there is none. */
function behindCount(article: Article, at: number): number {
  if (tokenAt(article, at).kind !== 'number' && !COUNTS.has(lowerAt(article, at))) return at;
  const next = lowerAt(article, at + 1);
  if (next === '%' || next === 'percent') return at + 2;
  if (next === 'per' && lowerAt(article, at + 2) === 'cent') return at + 3;
  const ratio = next === 'in' ? at + 2 : next === 'out' && lowerAt(article, at + 2) === 'of' ? at + 3 : -1;
  if (ratio > 0 && (tokenAt(article, ratio).kind === 'number' || COUNTS.has(lowerAt(article, ratio)))) return ratio + 1;
  return at + 1;
}

/** People that are counted and no more than that: "36 percent of voters", "about one in five", "many", "those asked"; nobody for "none of them"; `null` where the words up to `last` are none. */
export function quantityBefore(article: Article, last: number, lowest: number): Subject | null {
  if (BREAKS.has(lowerAt(article, last))) return null;
  const first = startOfClause(article, last, lowest);
  let at = first;
  while (at < last && LEADS.has(lowerAt(article, at)) && !/^(?:some|more)$/.test(lowerAt(article, at + 1))) {
    if (behindCount(article, at) > last) break;
    at++;
  }
  const behind = behindCount(article, at);
  if (behind === at || behind > last + 1) return null;
  const head = lowerAt(article, last);
  const bare = behind === at + 1 && tokenAt(article, at).kind === 'number';
  const counted =
    (behind === last + 1 && !bare) ||
    lowerAt(article, behind) === 'of' ||
    lowerAt(article, at) === 'those' ||
    (last - behind < LONGEST_NOUN && head.endsWith('s') && !tokenAt(article, last).capital);
  return counted
    ? { kind: 'phrase', first, last, mention: null, head: lowerAt(article, at) === 'none' ? 'none' : 'some' }
    : null;
}
