import { type Article, lowerAt, tokenAt } from '../article.ts';
import { SPEECH_NOUNS } from '../lexicon/cue-nouns.ts';
import { DETERMINERS, PREPOSITIONS } from '../lexicon/function-words.ts';
import { wordSet } from '../lexicon/words.ts';
import { skipCircumstances } from './circumstance.ts';
import { hasVerb, isVerbal, withinReach } from './clause-words.ts';
import type { Cue } from './cues.ts';
import { skipListener } from './listener.ts';
import { againstAhead, isPlaced } from './listener-content.ts';
import { isQuoted } from './walk.ts';

/** How the content hangs on its cue. */
export type ContentKind =
  | 'that'
  | 'clause'
  | 'question'
  | 'noun'
  | 'speechNoun'
  | 'naming'
  | 'infinitive'
  | 'request'
  | 'preposition'
  | 'quote';

const QUESTIONS = wordSet('how why what whether if where when who which');
const NOT_CONTENT = wordSet(
  'off up back away down of to and or but , . ; : ) ? ! so nothing goodbye hello no yes too as',
);
const EXPRESSIVE = wordSet('express voice convey');
const EMPTY_NOUNS = wordSet(
  'statement statements remark remarks comment comments case message messages support question',
);
/** What opens a clause that belongs to what was said: "She said, if elected, she would …". */
const CONDITIONS = wordSet('if when once unless although while');
const GOVERNED = wordSet('that about of to against for on over at');
const LATER_THAT = 9;
const LONGEST_ASIDE = 7;
const REQUEST_WITHIN = 14;
const SPEECH_NOUN_WITHIN = 7;

/** Words that open a clause behind "that", which therefore points at nothing: "that the offer stands". */
const OPENS_CLAUSE = wordSet('the a an it its his her their he she they we i');

/** True where "that" only points ("rejected that offer"), since too little follows for a clause. */
function isDemonstrative(article: Article, at: number, limit: number): boolean {
  if (OPENS_CLAUSE.has(lowerAt(article, at + 1))) return false;
  const end = withinReach(
    article,
    at + 1,
    limit,
    4,
    (word) => /^[,.;]$/.test(word) || word === 'and',
    () => false,
  );
  return end > 0;
}

/** The comma that closes a short aside which the comma at `at` opens, or -1: "said, among other things, that". */
function closingComma(article: Article, at: number, limit: number): number {
  if (/^(?:a|an|the|who|which|but|and)$/.test(lowerAt(article, at + 1)) || tokenAt(article, at + 1).capital) return -1;
  const condition = CONDITIONS.has(lowerAt(article, at + 1));
  for (let index = at + 1; index < limit && index - at < LONGEST_ASIDE && !isQuoted(article, index); index++) {
    if (lowerAt(article, index) === ',') return index;
    if (!condition && isVerbal(lowerAt(article, index))) return -1;
  }
  return -1;
}

/** True where what is named stands before the subject: "the bridge, which she called a farce", "what he describes as luck". */
export function isRelative(article: Article, { subject }: Cue): boolean {
  return subject !== null && /^(?:which|whom|what)$/.test(lowerAt(article, subject.first - 1));
}

/** Where the content of a cue starts, and how it hangs on; `null` where the cue is followed by none. */
export function startOfContent(article: Article, cue: Cue, limit: number): { first: number; kind: ContentKind } | null {
  const { frames, prepositions } = cue;
  let at = cue.reach + 1;
  let hasListener = false;
  if (at >= limit) return null;
  const plain = frames.has('quote') || frames.has('clause') || frames.has('that');
  if (frames.has('naming') && isRelative(article, cue)) {
    const name = lowerAt(article, at) === 'as' ? at + 1 : at;
    const opens = isQuoted(article, name) || tokenAt(article, name).kind === 'quote';
    if (opens || (name > at && !NOT_CONTENT.has(lowerAt(article, name))) || DETERMINERS.has(lowerAt(article, name)))
      return { first: name, kind: 'naming' };
  }
  if (frames.has('infinitive') && lowerAt(article, at) === 'to') return { first: at, kind: 'infinitive' };
  if (prepositions.has(lowerAt(article, at))) return { first: at, kind: 'preposition' };
  if (frames.has('infinitive')) {
    const later = skipCircumstances(article, at, limit);
    if (later > at && lowerAt(article, later) === 'to') return { first: later, kind: 'infinitive' };
  }
  if (frames.has('request')) {
    const to = withinReach(
      article,
      at,
      limit,
      REQUEST_WITHIN,
      (word) => word === 'to',
      (word) => word === 'that' || word === ',' || word === ':',
    );
    const told = cue.lemma === 'tell' ? skipListener(article, at, limit) : at;
    if (told > at && (told === to || (told === to - 1 && lowerAt(article, told) === 'not')))
      return { first: told, kind: 'infinitive' };
    if (to > at || (to === at && cue.reach > cue.last)) return { first: at, kind: 'request' };
  }
  const before = frames.has('listener') ? againstAhead(article, at, limit) : -1;
  if (before > at) return { first: at, kind: 'request' };
  if (frames.has('addressee') || prepositions.has('about') || prepositions.has('of')) {
    const told = skipListener(article, lowerAt(article, at) === 'to' ? at + 1 : at, limit);
    if (told > at && prepositions.has(lowerAt(article, told)) && frames.has('addressee'))
      return { first: told, kind: 'preposition' };
    if (frames.has('addressee')) at = told;
    hasListener = frames.has('addressee') && told > cue.reach + 1;
  }
  if (frames.has('placed') && isPlaced(article, at, limit)) return { first: at, kind: 'request' };
  if (plain) {
    const skipped = skipCircumstances(article, at, limit);
    const next = lowerAt(article, skipped);
    if (next === 'that' && (hasListener || !(frames.has('noun') && isDemonstrative(article, skipped, limit))))
      return { first: skipped + 1, kind: 'that' };
    const aside = next === ',' && skipped === at ? closingComma(article, at, limit) : -1;
    if (aside > 0 && lowerAt(article, aside + 1) === 'that') return { first: aside + 2, kind: 'that' };
    if (aside > 0 && frames.has('clause') && !frames.has('noun') && CONDITIONS.has(lowerAt(article, at + 1)))
      return { first: at + 1, kind: 'clause' };
    if (
      aside > 0 &&
      frames.has('clause') &&
      !frames.has('noun') &&
      hasVerb(article, aside + 1, aside + 5) &&
      !isVerbal(lowerAt(article, aside - 1))
    )
      return { first: aside + 1, kind: 'clause' };
    if (next === ',' && skipped > at) {
      const that = withinReach(
        article,
        skipped,
        limit,
        20,
        (word) => word === 'that',
        (word) => word === '.' || word === ';',
      );
      if (that > 0 && lowerAt(article, that - 1) === ',') return { first: that + 1, kind: 'that' };
    }
    const later =
      skipped > at
        ? withinReach(
            article,
            skipped,
            limit,
            LATER_THAT,
            (word) => word === 'that',
            (word) => isVerbal(word) || /^[,:;.]$/.test(word),
          )
        : -1;
    if (later > 0) return { first: later + 1, kind: 'that' };
    if (next === ':' || next === ',') return null;
    if (isQuoted(article, skipped)) return { first: skipped, kind: 'quote' };
    if (QUESTIONS.has(next)) return { first: skipped, kind: 'question' };
    const moved = skipped > cue.last + 1;
    const denies = next === 'no' && tokenAt(article, skipped + 1).kind === 'word';
    if (frames.has('clause') && (moved || !frames.has('noun')) && (denies || !NOT_CONTENT.has(next)) && skipped < limit)
      return { first: skipped, kind: 'clause' };
  }
  const next = lowerAt(article, at);
  if (NOT_CONTENT.has(next) || tokenAt(article, at).kind === 'punctuation') return null;
  if (frames.has('statementNoun')) {
    const noun = withinReach(
      article,
      at,
      limit,
      SPEECH_NOUN_WITHIN,
      (word) => SPEECH_NOUNS.has(word) && !EMPTY_NOUNS.has(word),
      (word) => PREPOSITIONS.has(word) || word === ',',
    );
    return noun >= 0 && GOVERNED.has(lowerAt(article, noun + 1)) ? { first: at, kind: 'speechNoun' } : null;
  }
  if (frames.has('speechNoun')) {
    const noun = withinReach(
      article,
      at,
      limit,
      SPEECH_NOUN_WITHIN,
      (word) => SPEECH_NOUNS.has(word),
      (word) => PREPOSITIONS.has(word) || word === ',',
    );
    if (noun >= 0 || EXPRESSIVE.has(cue.lemma)) return { first: at, kind: 'speechNoun' };
    if (!frames.has('noun')) return null;
  }
  if (next === 'that' && plain && !frames.has('noun')) return { first: at + 1, kind: 'that' };
  if (PREPOSITIONS.has(next) && !(frames.has('noun') && cue.lemma.includes(' '))) return null;
  if (frames.has('noun')) return { first: at, kind: 'noun' };
  if (frames.has('naming')) return { first: at, kind: 'naming' };
  return null;
}
