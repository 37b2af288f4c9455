import { type Article, lowerAt, sliceOf, tokenAt } from '../article.ts';
import { DETERMINERS, PREPOSITIONS } from '../lexicon/function-words.ts';
import { wordSet } from '../lexicon/words.ts';
import { canSpeak } from './noun-phrase.ts';
import type { Subject } from './subject.ts';
import { isQuoted } from './walk.ts';

const LONGEST = 18;
const MOST_ADJECTIVES = 4;
const JOINERS = wordSet('but while and that because although though');
const TAILS = wordSet('who that with in of from at for on to close familiar briefed involved working');

/** True where nothing of its clause stands before the token: the sentence begins, or a mark or a joining word precedes. */
export function opensClause(article: Article, first: number, lowest: number): boolean {
  if (first <= lowest || isQuoted(article, first - 1)) return true;
  const before = tokenAt(article, first - 1);
  return (before.kind === 'punctuation' && before.text !== '-') || JOINERS.has(before.lower);
}

/** The noun that opens the clause which ends at `last` and can speak, with all that hangs on it: "villagers who fled the fire", or `null`. */
export function openingSubject(article: Article, last: number, lowest: number): Subject | null {
  let first = last;
  while (first > lowest && last - first < LONGEST && !opensClause(article, first, lowest)) first--;
  if (!opensClause(article, first, lowest)) return null;
  let head = DETERMINERS.has(lowerAt(article, first)) ? first + 1 : first;
  for (let adjectives = 0; head < last && adjectives < MOST_ADJECTIVES; head++, adjectives++) {
    const token = tokenAt(article, head);
    if (token.kind !== 'word' || TAILS.has(token.lower)) return null;
    const tail = lowerAt(article, head + 1);
    if (canSpeak(token.lower) && (TAILS.has(tail) || /^[a-z]{3,}(?:ing|ed)$/.test(tail)))
      return { kind: 'phrase', first, last, mention: null, head: token.lower };
  }
  return null;
}

/** True where the phrase only belongs to a preposition before it: "from a growers' fund". */
export function hangsOnPreposition(article: Article, { first }: Subject): boolean {
  return PREPOSITIONS.has(lowerAt(article, DETERMINERS.has(lowerAt(article, first - 1)) ? first - 2 : first - 1));
}

/** True where the words are a plain noun with its article and adjectives that opens its clause: "oil companies", "the presidency". */
export function isPlainNoun(article: Article, subject: Subject, lowest: number): boolean {
  const before = DETERMINERS.has(lowerAt(article, subject.first - 1)) ? subject.first - 1 : subject.first;
  return (
    opensClause(article, before, lowest) && /^[\p{L}\p{N}\s'’-]+$/u.test(sliceOf(article, subject.first, subject.last))
  );
}
