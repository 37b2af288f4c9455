import type { Article } from '../article.ts';
import { lowerAt, tokenAt } from '../article.ts';
import { SPEECH_NOUNS } from '../lexicon/cue-nouns.ts';
import { cueForm } from '../lexicon/cue-verbs.ts';
import { AUXILIARIES, PREPOSITIONS } from '../lexicon/function-words.ts';
import { wordSet } from '../lexicon/words.ts';
import { isCircumstance, skipCircumstances, skipListener } from './circumstance.ts';
import type { Cue } from './cues.ts';
import { sameSubject } from './subject.ts';
import { isQuoted, stepLeft, stepRight } from './walk.ts';

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

/** What was said, as tokens, both included. */
export interface Content {
  first: number;
  last: number;
  kind: ContentKind;
}

const QUESTIONS = wordSet('how why what whether if where when who which');
const NOT_CONTENT = wordSet('and or but , . ; : ) ? ! so nothing goodbye hello no yes too as');
const AFTER_OBJECT = wordSet(
  'who which and but as while when after before where because though although saying calling telling with so',
);
const EXPRESSIVE = wordSet('express voice convey');
const MODALS = wordSet('will would could should can may might must');
const EMPTY_NOUNS = wordSet(
  'statement statements remark remarks comment comments case message messages support question',
);
const GOVERNED = wordSet('that about of to against for on over at');
const LATER_THAT = 9;
const REQUEST_WITHIN = 14;
const SPEECH_NOUN_WITHIN = 7;

function withinReach(
  article: Article,
  at: number,
  limit: number,
  reach: number,
  wanted: (word: string) => boolean,
  stop: (word: string) => boolean,
): number {
  for (let index = at; index < limit && index - at < reach && !isQuoted(article, index); index++) {
    const word = lowerAt(article, index);
    if (wanted(word)) return index;
    if (stop(word)) return -1;
  }
  return -1;
}

/** True where "that" only points ("rejected that offer"), since too little follows for a clause. */
function isDemonstrative(article: Article, at: number, limit: number): boolean {
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

/** Where the content of a cue starts, and how it hangs on; `null` where the cue is followed by none. */
function startOfContent(article: Article, cue: Cue, limit: number): { first: number; kind: ContentKind } | null {
  const { frames, prepositions } = cue;
  let at = cue.last + 1;
  if (at >= limit) return null;
  const plain = frames.has('quote') || frames.has('clause') || frames.has('that');
  if (prepositions.has(lowerAt(article, at))) return { first: at, kind: 'preposition' };
  if (frames.has('infinitive') && lowerAt(article, at) === 'to') return { first: at, kind: 'infinitive' };
  if (frames.has('request')) {
    const to = withinReach(
      article,
      at,
      limit,
      REQUEST_WITHIN,
      (word) => word === 'to',
      (word) => word === 'that' || word === ',' || word === ':',
    );
    if (to > at) return { first: at, kind: 'request' };
  }
  if (frames.has('addressee')) at = skipListener(article, at, limit);
  if (plain) {
    const skipped = skipCircumstances(article, at, limit);
    const next = lowerAt(article, skipped);
    if (next === 'that' && !(frames.has('noun') && isDemonstrative(article, skipped, limit)))
      return { first: skipped + 1, kind: 'that' };
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
    if (frames.has('clause') && (moved || !frames.has('noun')) && !NOT_CONTENT.has(next) && skipped < limit)
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

/** True where the words behind a quotation with a comma at its end begin something new. */
function endsWithQuotation(article: Article, at: number): boolean {
  const word = lowerAt(article, at);
  return (
    (AFTER_OBJECT.has(word) && !(word === 'and' && isQuoted(article, at + 1))) ||
    word === 'a' ||
    word === 'an' ||
    word.endsWith('ing')
  );
}

/** The first token behind the content that starts at `first`: where a further verb of saying of the sentence, or an aside, cuts it off. */
function limitOfContent(
  article: Article,
  cue: Cue,
  first: number,
  kind: ContentKind,
  cues: readonly Cue[],
  limit: number,
): number {
  const clause =
    kind === 'that' ||
    kind === 'clause' ||
    kind === 'question' ||
    kind === 'quote' ||
    (kind === 'speechNoun' &&
      withinReach(
        article,
        first,
        limit,
        6,
        (word) => word === 'that',
        () => false,
      ) > 0);
  let end = limit;
  for (const other of cues) {
    if (other.first <= first || other.first >= end) continue;
    const before = other.groupFirst - 1;
    const word = lowerAt(article, before);
    if (
      other.mood === 'participle' &&
      (word === ',' || ((word === 'and' || word === 'but') && lowerAt(article, other.last + 1) === 'that'))
    )
      end = Math.min(end, before);
    else if (
      other.mood === 'finite' &&
      other.shared &&
      (word === 'and' || word === 'but') &&
      sameSubject(other.subject, cue.subject) &&
      !other.frames.has('speechNoun')
    ) {
      const next = lowerAt(article, other.last + 1);
      if (!clause || next === 'that' || isQuoted(article, stepRight(article, other.last)) || other.frames.has('clause'))
        end = Math.min(end, before);
    } else if (other.mood === 'finite' && !other.shared && other.subject !== null && other.subject.first > first) {
      const joiner = other.subject.first - 1;
      if (
        /^(?:but|while|and|though|although|as|;)$/.test(lowerAt(article, joiner)) &&
        /^[,;]$/.test(lowerAt(article, joiner - 1))
      )
        end = Math.min(end, joiner - 1);
      else if (lowerAt(article, joiner) === ';') end = Math.min(end, joiner);
      else if (
        lowerAt(article, joiner) === ',' &&
        isCircumstance(article, other.last + 1, limit, other.frames.has('addressee'))
      )
        end = Math.min(end, joiner);
    }
  }
  for (let at = stepRight(article, first); at < end; at = stepRight(article, at)) {
    const quotation = article.quotations[article.quotationAt[at] ?? -1];
    if (
      quotation !== undefined &&
      quotation.last + 1 < end &&
      article.text[quotation.innerEnd - 1] === ',' &&
      endsWithQuotation(article, quotation.last + 1)
    )
      return quotation.last + 1;
    const word = lowerAt(article, at);
    if (word !== ',' && word !== ';' && word !== '—' && word !== '--' && word !== '–') continue;
    const next = lowerAt(article, at + 1);
    if (next === 'according' && lowerAt(article, at + 2) === 'to') return at;
    if (cue.subordinate && word === ',' && !isQuoted(article, at + 1)) return at;
    if (!clause && (AFTER_OBJECT.has(next) || next.endsWith('ing'))) return at;
  }
  return end;
}

/** True for words that show a clause: auxiliaries, subject pronouns, forms in -ed, verbs of saying. */
function isVerbal(word: string): boolean {
  if (AUXILIARIES.has(word) || MODALS.has(word) || /^(?:he|she|it|they|we|i|there)$/.test(word)) return true;
  return (
    (word.length > 4 && word.endsWith('ed')) || (word.length > 2 && word.includes("'")) || cueForm(word) !== undefined
  );
}

/** True where a finite verb, as far as its form tells, stands among the first words: "is", "would", "closed". */
function hasVerb(article: Article, first: number, limit: number): boolean {
  for (let at = first; at < limit && at - first < 20; at++)
    if (isQuoted(article, at) || isVerbal(lowerAt(article, at))) return true;
  return false;
}

/** What the cue's own verb governs to its right, cut at the next verb of saying; `null` where that is nothing but circumstance. */
export function contentAfter(article: Article, cue: Cue, cues: readonly Cue[]): Content | null {
  const sentence = article.sentences[cue.sentence];
  if (sentence === undefined) return null;
  const start = startOfContent(article, cue, sentence.last);
  if (start === null || start.first >= sentence.last) return null;
  let limit = limitOfContent(article, cue, start.first, start.kind, cues, sentence.last);
  while (
    limit > start.first &&
    !isQuoted(article, limit - 1) &&
    /^(?:[,.;:!?…—–]|\.{2,}|-{2,}|and|but)$/.test(lowerAt(article, limit - 1))
  )
    limit--;
  if (limit <= start.first) return null;
  const last = limit - 1;
  if ((start.kind === 'clause' || start.kind === 'noun') && isCircumstance(article, start.first, limit, false))
    return null;
  // "claimed victory", "told a town hall": no clause, and no object that says anything
  if (start.kind === 'clause' && cue.lemma !== 'say' && !hasVerb(article, start.first, limit)) return null;
  if (start.kind === 'noun' && cue.lemma === 'tell' && last - start.first < 5) return null;
  if (start.kind === 'naming' && last - start.first < 2) return null;
  if (
    start.kind === 'clause' &&
    last === start.first &&
    stepLeft(article, limit) === start.first &&
    !isQuoted(article, last)
  )
    return null;
  return { first: start.first, last, kind: start.kind };
}
