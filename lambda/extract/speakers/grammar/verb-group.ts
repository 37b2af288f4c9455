import { type Article, lowerAt, tokenAt } from '../article.ts';
import { ADVERBS, AUXILIARIES, isManner, UNREAL } from '../lexicon/function-words.ts';
import { wordSet } from '../lexicon/words.ts';

const DAYS = wordSet('monday tuesday wednesday thursday friday saturday sunday');
const DAY_OPENERS = wordSet('on late early last next');
const TIME_UNITS = wordSet(
  'day week weekend month quarter year night morning afternoon evening summer spring autumn winter',
);
const TIME_POINTERS = wordSet('last this next that past same');
const MODALS = wordSet('will would');

/** First token of the verb group that ends before `at`: adverbs, auxiliaries; `unreal` for negations and modals. */
export function startOfVerbGroup(
  article: Article,
  at: number,
  lowest: number,
): { first: number; unreal: boolean; passive: boolean } {
  let first = at;
  let unreal = false;
  let passive = false;
  // "started a petition this week calling on …" is said of the petition
  const finite = !lowerAt(article, at).endsWith('ing');
  for (let index = at - 1; index >= lowest; index--) {
    const time = finite ? startOfTime(article, index, lowest) : -1;
    if (time > lowest) {
      first = index = time;
      continue;
    }
    const word = lowerAt(article, index);
    const adverb = ADVERBS.has(word) || (isManner(word) && !tokenAt(article, index).capital);
    if (UNREAL.has(word)) unreal = true;
    else if (AUXILIARIES.has(word) || MODALS.has(word))
      passive ||= /^(?:is|are|was|were|be|been|being|am|'re)$/.test(word);
    else if (!adverb && tokenAt(article, index).kind !== 'possessive') break;
    if (
      tokenAt(article, index).kind === 'possessive' &&
      !/^(?:he|she|it|who|that|there|what)$/.test(lowerAt(article, index - 1))
    )
      break;
    first = index;
    const opener = lowerAt(article, index - 1);
    if (DAYS.has(word) && DAY_OPENERS.has(opener)) first = --index;
  }
  return { first, unreal, passive };
}

/** First token of the phrase of time that ends at `last`: "last week", "this past month", "on Monday morning"; -1 where none does. */
function startOfTime(article: Article, last: number, lowest: number): number {
  if (!TIME_UNITS.has(lowerAt(article, last))) return -1;
  let first = last - 1;
  if (lowerAt(article, first) === 'past' && TIME_POINTERS.has(lowerAt(article, first - 1))) first--;
  const word = lowerAt(article, first);
  if (first <= lowest || !(TIME_POINTERS.has(word) || DAYS.has(word))) return -1;
  return lowerAt(article, first - 1) === 'on' ? first - 1 : first;
}
