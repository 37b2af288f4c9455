import { type Article, lowerAt, tokenAt } from '../article.ts';
import { DETERMINERS } from '../lexicon/function-words.ts';
import { mentionEndingAt } from './subject.ts';

const MOST_NAMES = 12;

/** First token of the name, or of "his lawyer", that ends at `last`, with the bracket behind it; -1 where there is none. */
function startOfItem(article: Article, last: number, lowest: number): number {
  let end = last;
  if (lowerAt(article, end) === ')') {
    while (end > lowest && last - end < 6 && lowerAt(article, end) !== '(') end--;
    if (lowerAt(article, end) !== '(') return -1;
    end--;
  }
  const mention = mentionEndingAt(article, end);
  if (mention === null || mention.kind === 'place' || mention.first < lowest) return -1;
  const determined = DETERMINERS.has(lowerAt(article, mention.first - 1));
  // "Vice President and Managing Editor Ann Roe" is one person
  if (mention.kind === 'role' && !determined) return -1;
  return determined ? mention.first - 1 : mention.first;
}

/** First token of the list of names that goes on with "and" in front of `second`: "Ann Roe, Bo Lee and Carl Moe"; -1 where no name stands there. */
export function startOfList(article: Article, second: number, lowest: number): number {
  let before = second - 1;
  if (lowerAt(article, before) !== 'and') return -1;
  before--;
  if (lowerAt(article, before) === ',') before--;
  let first = startOfItem(article, before, lowest);
  if (first < 0) return -1;
  for (let count = 0; count < MOST_NAMES && lowerAt(article, first - 1) === ',' && first - 2 >= lowest; count++) {
    const earlier = startOfItem(article, first - 2, lowest);
    // "In Kalvik, Ann Roe and Bo Lee"
    if (earlier < 0 || /^(?:in|at|from|of|to|for|with|by|near)$/.test(lowerAt(article, earlier - 1))) break;
    first = earlier;
  }
  return tokenAt(article, first).kind === 'word' ? first : -1;
}
