import { type Article, lowerAt, tokenAt } from '../article.ts';
import { BREAKS } from '../lexicon/function-words.ts';
import { NOBODY, PARTS_OF_SOMETHING, SINGLED_OUT } from '../lexicon/quantities.ts';
import { behindCount, behindLeads, joinsCounts, startOfLead } from './count.ts';
import type { Subject } from './subject.ts';
import { isQuoted } from './walk.ts';

const LONGEST = 16;
const LONGEST_NOUN = 5;

/** First token of the clause that reaches up to `last`, no further back than `lowest`. */
function startOfClause(article: Article, last: number, lowest: number): number {
  let first = last;
  while (first > lowest && last - first < LONGEST) {
    const token = tokenAt(article, first - 1);
    const mark = token.kind === 'punctuation' && token.text !== '%' && token.text !== '-';
    if (mark || token.kind === 'quote' || isQuoted(article, first - 1)) break;
    if (BREAKS.has(token.lower) && !joinsCounts(article, first - 1)) break;
    first--;
  }
  return startOfLead(article, first, lowest);
}

/** True where the words are a count and nothing that is counted, or single one out of several: "less than a third", "the latter". */
export function isBareCount(article: Article, first: number, last: number): boolean {
  const at = behindLeads(article, first, last);
  if (at === last && SINGLED_OUT.has(lowerAt(article, at))) return true;
  return behindCount(article, at) === last + 1;
}

/** True where the words name nobody: "none of them", "no minister". */
export function isNobody(article: Article, first: number): boolean {
  const word = lowerAt(article, first);
  return NOBODY.has(word) || (word === 'one' && NOBODY.has(lowerAt(article, first - 1)));
}

/** People that are counted and no more than that: "36 percent of voters", "about one in five", "many", "those asked"; nobody for "none of them"; `null` where the words up to `last` are none. */
export function quantityBefore(article: Article, last: number, lowest: number): Subject | null {
  const ofThem = /^(?:them|us)$/.test(lowerAt(article, last)) && lowerAt(article, last - 1) === 'of';
  if ((BREAKS.has(lowerAt(article, last)) && !ofThem) || tokenAt(article, last).kind === 'quote') return null;
  const first = startOfClause(article, last, lowest);
  const at = behindLeads(article, first, last);
  const subject = (head: string): Subject => ({ kind: 'phrase', first, last, mention: null, head });
  // "the third" is one of several, "a third" a part of them
  if (at === last && at > first && SINGLED_OUT.has(lowerAt(article, at)) && lowerAt(article, at - 1) === 'the')
    return subject('one');
  if (first === last && PARTS_OF_SOMETHING.has(lowerAt(article, last))) return subject('none');
  const behind = behindCount(article, at);
  if (behind === at || behind > last + 1) return null;
  const number = tokenAt(article, at);
  const bare = behind === at + 1 && number.kind === 'number' && !number.text.endsWith('%');
  const counted =
    (behind === last + 1 && !bare) ||
    lowerAt(article, behind) === 'of' ||
    lowerAt(article, at) === 'those' ||
    (last - behind < LONGEST_NOUN && lowerAt(article, last).endsWith('s') && !tokenAt(article, last).capital);
  return counted ? subject(isNobody(article, at) ? 'none' : 'some') : null;
}
