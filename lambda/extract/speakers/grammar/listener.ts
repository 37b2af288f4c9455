import { type Article, lowerAt, tokenAt } from '../article.ts';
import { GATHERINGS, LISTENERS, OCCASIONS } from '../lexicon/cue-nouns.ts';
import { DETERMINERS, PREPOSITIONS } from '../lexicon/function-words.ts';
import { ORGANISATION_HEADS } from '../lexicon/organisations.ts';
import { isPluralRole, isRoleHead } from '../lexicon/roles.ts';
import { wordSet } from '../lexicon/words.ts';
import { mentionStartingAt } from './subject.ts';
import { isQuoted } from './walk.ts';

/** Words that show a clause, in which no listener is looked for. */
export const CLAUSE_WORDS = wordSet(
  'who what how why when where whether if is are was were be has have had do does did will would can could may might must shall should',
);
const LONGEST = 9;

/** The token after a listener ("reporters", "the crowd", "CNN's Ann Roe"), or `at` itself where there is none. */
export function skipListener(article: Article, at: number, limit: number): number {
  let index = at;
  if (
    (DETERMINERS.has(lowerAt(article, index)) && lowerAt(article, index) !== 'that') ||
    tokenAt(article, index).kind === 'number'
  )
    index++;
  for (; index < limit && index - at < LONGEST; index++) {
    const mention = mentionStartingAt(article, index);
    if (mention !== null) {
      index = mention.last;
      if (tokenAt(article, index + 1).kind === 'possessive') continue;
      if (
        LISTENERS.has(lowerAt(article, index + 1)) ||
        isRoleHead(lowerAt(article, index + 1)) ||
        OCCASIONS.has(lowerAt(article, index + 1))
      )
        continue;
      return skipGroupTail(article, index + 1, limit);
    }
    const word = lowerAt(article, index);
    if (
      LISTENERS.has(word) ||
      isPluralRole(word) ||
      ORGANISATION_HEADS.has(word) ||
      GATHERINGS.has(word) ||
      /^(?:crowd|audience|reporter|gathering|jury|court|inquiry|television|radio|broadcaster|nation|world|hearing|public|press|media|room|rally|newspaper|magazine|interviewer|anchor|host)$/.test(
        word,
      )
    ) {
      const next = lowerAt(article, index + 1);
      if (
        LISTENERS.has(next) ||
        ORGANISATION_HEADS.has(next) ||
        GATHERINGS.has(next) ||
        mentionStartingAt(article, index + 1) !== null
      )
        continue;
      return skipGroupTail(article, index + 1, limit);
    }
    if (tokenAt(article, index).kind === 'possessive') continue;
    if (
      tokenAt(article, index).kind !== 'word' ||
      isQuoted(article, index) ||
      word === 'that' ||
      CLAUSE_WORDS.has(word) ||
      PREPOSITIONS.has(word)
    )
      break;
  }
  return at;
}

/** Past "of several thousand supporters" and ", a friendly host," is too far: only a short tail with "of", "at", "from" is taken. */
function skipGroupTail(article: Article, at: number, limit: number): number {
  if (lowerAt(article, at) !== 'and') return at;
  const more = skipListener(article, at + 1, limit);
  return more > at + 1 ? more : at;
}
