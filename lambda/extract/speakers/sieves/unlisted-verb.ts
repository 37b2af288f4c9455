import { type Article, lowerAt, tokenAt } from '../article.ts';
import type { Cue } from '../grammar/cues.ts';
import { mentionStartingAt, type Subject, subjectOfMention } from '../grammar/subject.ts';
import type { Frame } from '../lexicon/cue-verbs.ts';
import { isManner } from '../lexicon/function-words.ts';
import type { Behind } from './around-quotation.ts';
import type { Context } from './sieve.ts';

const QUOTE_ONLY: ReadonlySet<Frame> = new Set<Frame>(['quote']);

const DEEDS =
  /^(?:died|arrived|walked|turned|looked|opened|closed|moved|stopped|started|resigned|returned|retired|happened|appeared|remained|waited|climbed|jumped|landed|signed|scored|finished|used|lived|worked|played|stayed|passed|tried|wanted|needed|asked|based|born)$/;

/** True for a past form in -ed that takes no object, as its neighbour behind shows: the sentence's end, a comma, an adverb or a preposition. */
function isSpeechLike(article: Article, verb: number, behindIt: number): boolean {
  const word = lowerAt(article, verb);
  if (tokenAt(article, verb).capital || !/^[a-z]{3,}ed$/.test(word) || DEEDS.test(word)) return false;
  const next = lowerAt(article, behindIt);
  return (
    next === '' ||
    /^[.,;]$/.test(next) ||
    isManner(next) ||
    /^(?:to|at|with|after|before|as|when|while|on|in|back)$/.test(next)
  );
}

/** A verb that no list has, right beside a person and a quotation: “…,” Ann Roe smirked; “…,” snarled Bo Lee. */
export function unlisted(context: Context, place: Behind, inverted: boolean): { cue: Cue; subject: Subject } | null {
  const { article } = context;
  if (!place.pause) return null;
  const pronoun = /^(?:he|she)$/.test(lowerAt(article, place.first));
  const mention = mentionStartingAt(article, inverted ? place.first + 1 : place.first);
  if (mention?.kind !== 'person' && (inverted || !pronoun)) return null;
  const verb = inverted ? place.first : (mention?.last ?? place.first) + 1;
  if (verb >= place.limit || !isSpeechLike(article, verb, inverted ? (mention?.last ?? verb) + 1 : verb + 1))
    return null;
  const subject: Subject =
    mention?.kind === 'person'
      ? subjectOfMention(mention)
      : { kind: 'pronoun', first: place.first, last: place.first, mention: null, head: lowerAt(article, place.first) };
  const cue: Cue = {
    first: verb,
    last: verb,
    reach: verb,
    lemma: lowerAt(article, verb),
    frames: QUOTE_ONLY,
    prepositions: new Set(),
    mood: 'finite',
    groupFirst: verb,
    subject,
    shared: false,
    subordinate: false,
    nested: false,
    sentence: place.sentence,
  };
  return { cue, subject };
}
