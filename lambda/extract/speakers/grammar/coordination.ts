import { type Article, lowerAt, tokenAt } from '../article.ts';
import { cueForm } from '../lexicon/cue-verbs.ts';
import { DETERMINERS, PREPOSITIONS } from '../lexicon/function-words.ts';
import { isPluralRole, isRoleHead } from '../lexicon/roles.ts';
import { wordSet } from '../lexicon/words.ts';
import type { Mention } from '../mentions/mention.ts';
import { isVerbal } from './clause-words.ts';
import { mentionEndingAt, mentionStartingAt } from './subject.ts';
import { isQuoted } from './walk.ts';

const MOST_NAMES = 12;
/** Words behind which a clause begins with its subject. */
const OPENERS = wordSet(
  'and but while when as that because if after before since though although where what how why whether than both then yet so former both like including',
);

/** First token of the name, or of "his lawyer", that ends at `last`, with the bracket behind it; -1 where there is none. */
export function startOfItem(article: Article, last: number, lowest: number): number {
  let end = last;
  if (lowerAt(article, end) === ')') {
    while (end > lowest && last - end < 6 && lowerAt(article, end) !== '(') end--;
    if (lowerAt(article, end) !== '(') return -1;
    end--;
  }
  const mention = mentionEndingAt(article, end);
  if (mention === null || mention.first < lowest) return -1;
  // "Ann Roe of Kalvik Port"
  const owner = /^(?:of|from|at)$/.test(lowerAt(article, mention.first - 1))
    ? mentionEndingAt(article, mention.first - 2)
    : null;
  if (owner?.kind === 'person' && owner.first >= lowest) return owner.first;
  if (mention.kind === 'place') return -1;
  const determined = DETERMINERS.has(lowerAt(article, mention.first - 1));
  // "Vice President and Managing Editor Ann Roe" is one person
  if (mention.kind === 'role' && !determined) return -1;
  return determined ? mention.first - 1 : mention.first;
}

/** True for the second name of "a deal with Ann Roe and Bo Lee", which is no subject. */
export function isGovernedPair(article: Article, second: number, lowest: number): boolean {
  const first = startOfNames(article, second, lowest);
  return first > lowest && PREPOSITIONS.has(lowerAt(article, first - 1)) && isGoverned(article, first, lowest);
}

/** First token of the list of names that goes on with "and" in front of `second` and opens its clause: "Ann Roe, Bo Lee and Carl Moe"; -1 where none does. */
export function startOfList(article: Article, second: number, lowest: number): number {
  const first = startOfNames(article, second, lowest);
  return first >= 0 && !isGoverned(article, first, lowest) ? first : -1;
}

function startOfNames(article: Article, second: number, lowest: number): number {
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

/** True where a verb or preposition before the name governs it, so that another clause begins behind "and": "she met Ann Roe and Bo Lee said". */
function isGoverned(article: Article, first: number, lowest: number): boolean {
  const { kind, lower, capital } = tokenAt(article, first - 1);
  if (first <= lowest || isQuoted(article, first - 1) || kind !== 'word' || capital) return false;
  // "Carl Moe said Ann Roe and Bo Lee …", and not "“…,” said Ann Roe and Bo Lee said"
  const inverted = isQuoted(article, first - 2) || lowerAt(article, first - 2) === ',';
  const reports = !inverted && cueForm(lower)?.verb.frames.has('clause') === true;
  return !(OPENERS.has(lower) || isRoleHead(lower) || isPluralRole(lower) || reports);
}

/** Last token of the names that go on with commas and "and" behind `first`, a name: "said Ann Roe, Bo Lee and Carl Moe"; -1 where none does, or its own verb follows. */
export function endOfList(article: Article, first: Mention, limit: number): number {
  let last = first.last;
  for (let count = 0; count < MOST_NAMES; count++) {
    const comma = lowerAt(article, last + 1) === ',';
    const joins = lowerAt(article, comma ? last + 2 : last + 1) === 'and';
    if (!comma && !joins) return -1;
    const next = mentionStartingAt(article, last + 1 + Number(comma) + Number(joins));
    if (next === null || next.last >= limit || (next.kind !== 'person' && next.kind !== 'organization')) return -1;
    last = next.last;
    if (joins) return isVerbal(lowerAt(article, last + 1)) || lowerAt(article, last + 1) === ',' ? -1 : last;
  }
  return -1;
}
