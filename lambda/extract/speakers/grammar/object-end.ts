import { type Article, lowerAt, tokenAt } from '../article.ts';
import { cueForm } from '../lexicon/cue-verbs.ts';
import { AUXILIARIES, DETERMINERS, PREPOSITIONS } from '../lexicon/function-words.ts';
import { wordSet } from '../lexicon/words.ts';
import { isCircumstance } from './circumstance.ts';
import { withinReach } from './clause-words.ts';
import { isQuoted } from './walk.ts';

/** Past forms that are never nouns or adjectives. */
const PAST = wordSet(
  'took gave went came met saw won sent brought sat drew broke chose wrote spoke began flew grew threw fell held kept led left made built ran',
);
const PARTICLES = /^(?:out|off|up|away|back|to|him|them)$/;

/** True where a further verb of the same subject stands behind "and": "called it a disgrace and walked out". */
export function startsDeed(article: Article, index: number): boolean {
  const word = lowerAt(article, index);
  if (tokenAt(article, index).capital || isQuoted(article, index)) return false;
  if (cueForm(word)?.form === 'past') return true;
  if (/^(?:he|she|they|it)$/.test(word)) return true;
  if (PAST.has(word) && (DETERMINERS.has(lowerAt(article, index + 1)) || PARTICLES.test(lowerAt(article, index + 1))))
    return true;
  return (
    word.length > 4 &&
    word.endsWith('ed') &&
    /^(?:a|an|the|his|her|its|their|that|to|him|them|it|out|up|for|with|on)$/.test(lowerAt(article, index + 1))
  );
}

/** So many words behind a comma may belong to a list. */
const LONGEST_LIST = 12;
/** Words that tell when or why something was said, behind an object that is complete. */
const LEAVING = wordSet('during after before when while because');
const PRONOUNS = wordSet('he she they it');

const OCCASION_OPENERS =
  /^(?:on|at|in|last|this|earlier|later|yesterday|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** True where what follows tells of the deed and no more of its object: "during a rally", "after he lost", ", a reference to". */
export function leavesObject(article: Article, at: number, end: number): boolean {
  const word = lowerAt(article, at);
  const next = lowerAt(article, at + 1);
  if (LEAVING.has(word)) return true;
  switch (word) {
    case 'as':
      return PRONOUNS.has(next);
    case 'but':
      return AUXILIARIES.has(next);
    case ',':
      // an apposition, and no list: "the excavations, a bankrupt contractor and the rain"
      return (
        (next === 'a' || next === 'an') &&
        withinReach(
          article,
          at + 1,
          end,
          LONGEST_LIST,
          (word) => word === 'and' || word === ',',
          () => false,
        ) < 0
      );
    default:
      return false;
  }
}

/** True where nothing but time, place and occasion of the deed is left: "dismissed the report in an interview on Sunday". */
export function tellsWhen(article: Article, at: number, end: number): boolean {
  if (!OCCASION_OPENERS.test(lowerAt(article, at))) return false;
  // "the move announced on Monday", "his efforts in building it" tell of the object
  if (
    PREPOSITIONS.has(lowerAt(article, at - 1)) ||
    /ed$/.test(lowerAt(article, at - 1)) ||
    /ing$/.test(lowerAt(article, at + 1))
  )
    return false;
  let last = end;
  while (last > at && /^[.!?…]$/.test(lowerAt(article, last - 1))) last--;
  return isCircumstance(article, at, last, false);
}
