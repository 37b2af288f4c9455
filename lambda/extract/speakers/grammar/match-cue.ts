import { type Article, lowerAt, tokenAt } from '../article.ts';
import { cuePhrases } from '../lexicon/cue-phrases.ts';
import { cueForm, type Frame } from '../lexicon/cue-verbs.ts';
import { DETERMINERS } from '../lexicon/function-words.ts';
import { SINGLED_OUT } from '../lexicon/quantities.ts';
import { wordSet } from '../lexicon/words.ts';
import { isHeadlineVerb } from '../mentions/name-words.ts';
import type { VerbForm } from './cue-subject.ts';

const NO_PREPOSITIONS: ReadonlySet<string> = new Set();

/** A verb of saying with what its row says of it, before its subject is looked for. */
export interface Match {
  last: number;
  lemma: string;
  frames: ReadonlySet<Frame>;
  prepositions: ReadonlySet<string>;
  form: VerbForm;
}

/** The verb or phrase of saying at `at`, or `null`. */
export function matchCue(article: Article, at: number): Match | null {
  const token = tokenAt(article, at);
  if (token.kind !== 'word') return null;
  for (const { phrase, form } of cuePhrases(token.lower)) {
    if (phrase.tail.every((word, index) => lowerAt(article, at + 1 + index) === word)) {
      return {
        last: at + phrase.tail.length,
        lemma: phrase.lemma,
        frames: phrase.frames,
        prepositions: NO_PREPOSITIONS,
        form,
      };
    }
  }
  const known = cueForm(token.lower);
  const sentence = article.sentenceAt[at] ?? -1;
  if (
    known === undefined ||
    (token.capital &&
      article.sentences[sentence]?.first !== at &&
      !(article.headline[sentence] === 1 && isHeadlineVerb(article, at)))
  )
    return null;
  return {
    last: at,
    lemma: known.verb.lemma,
    frames: known.verb.frames,
    prepositions: known.verb.prepositions,
    form: known.form,
  };
}

/** Plain forms that are hardly ever nouns. */
const PLAIN_VERBS = wordSet(
  'say argue insist contend suggest maintain allege tell predict complain agree admit deny accuse add',
);

/** True where the words before show a noun: "the claim", "her reports", "a third state"; "many say" and "one in five said" are none. */
export function isNoun(article: Article, before: number, { form, lemma }: Match): boolean {
  const word = lowerAt(article, before);
  if (tokenAt(article, before).kind === 'possessive') return true;
  if (!DETERMINERS.has(word) && !SINGLED_OUT.has(word)) return false;
  return (
    /^(?:the|a|an|his|her|its|their|our|my|every|no|any|such)$/.test(word) ||
    !(form === 'past' || PLAIN_VERBS.has(lemma))
  );
}
