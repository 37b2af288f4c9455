import { splitParagraphs } from '../../common/text/paragraphs.ts';
import { findQuotations, type Quotation } from '../../common/text/quotations.ts';
import { type Sentence, splitSentences } from '../../common/text/sentences.ts';
import { type Token, tokenize } from '../../common/text/tokens.ts';
import type { Span } from '../../model/span.ts';
import type { Mention } from './mentions/mention.ts';

/** A text taken apart; all stages of the extraction read it, and none changes it once the mentions are in. */
export interface Article {
  text: string;
  tokens: readonly Token[];
  quotations: readonly Quotation[];
  sentences: readonly Sentence[];
  /** For each token, the index of the quotation that it stands in (marks included), or -1. */
  quotationAt: Int32Array;
  /** For each token, the index of its sentence, or -1. */
  sentenceAt: Int32Array;
  /** 1 for each sentence of a line that only points to another article: "ALSO READ: …". */
  pointer: Uint8Array;
  /** 1 for each sentence in headline capitals, where a capital tells nothing: "Mayor Ann Roe Says Bridge Will Stand". */
  headline: Uint8Array;
  mentions: Mention[];
  /** For each token, the index of the mention that covers it, or -1. */
  mentionAt: Int32Array;
}

const NOTHING: Token = { text: '', lower: '', start: 0, end: 0, kind: 'punctuation', capital: false };
/** Quoted words and phrases without a pause at their end are part of the sentence around them, as in: the "deal" is dead. */
const SCARE_WORDS = 3;
const NICKNAME = 2;
const HEADLINE_CASE = 0.9;
const LIST_COMMAS = 4;

/** The token at `index`, or an empty one outside of the text. */
export function tokenAt(article: Article, index: number): Token {
  return article.tokens[index] ?? NOTHING;
}

/** The lower-case word or mark at `index`; an empty string outside of the text. */
export function lowerAt(article: Article, index: number): string {
  return article.tokens[index]?.lower ?? '';
}

/** The text between two tokens, both included. */
export function sliceOf(article: Article, first: number, last: number): string {
  return article.text.slice(tokenAt(article, first).start, tokenAt(article, last).end);
}

const LONGEST_TITLE = 8;
const BEFORE_TITLE =
  /^(?:on|of|in|called|titled|entitled|show|program|programme|series|book|film|movie|song|album|novel|podcast|column|host|'s|and)$/;
const SMALL_IN_TITLE = /^(?:of|the|a|an|and|in|for|to|on|with|is|at)$/;

/** True for the name of a show, book or song in quotation marks: on “Sunday Talk,”. */
function isTitleOf(tokens: readonly Token[], { first, last, closed }: Quotation): boolean {
  if (!closed || last - first - 1 > LONGEST_TITLE || !BEFORE_TITLE.test(tokens[first - 1]?.lower ?? '')) return false;
  let capitals = 0;
  for (let at = first + 1; at < last; at++) {
    const token = tokens[at];
    if (token?.kind === 'punctuation' && /^[,.&'’-]$/.test(token.text) && at > first + 1) continue;
    if (token?.kind !== 'word' && token?.kind !== 'possessive' && token?.kind !== 'number') return false;
    if (token.kind === 'word' && !token.capital && !SMALL_IN_TITLE.test(token.lower)) return false;
    if (token.capital) capitals++;
  }
  return capitals > 1 || (capitals === 1 && last - first <= 3 && isBroadcast(tokens, first));
}

const BROADCAST_WITHIN = 6;

/** True for what stands "on" somebody's programme: on Harbour TV's “Morning”. */
function isBroadcast(tokens: readonly Token[], first: number): boolean {
  if (tokens[first - 1]?.kind !== 'possessive') return false;
  for (let at = first - 2; at >= 0 && first - at <= BROADCAST_WITHIN; at--) if (tokens[at]?.lower === 'on') return true;
  return false;
}

function isScare(text: string, tokens: readonly Token[], quotation: Quotation): boolean {
  const size = quotation.last - quotation.first - 1;
  if (isTitleOf(tokens, quotation)) return true;
  if (!quotation.closed || size > SCARE_WORDS) return false;
  if (/[.,!?…]/.test(text[quotation.innerEnd - 1] ?? '')) {
    const before = tokens[quotation.first - 1];
    const after = tokens[quotation.last + 1];
    return (
      size <= NICKNAME &&
      before?.capital === true &&
      after?.capital === true &&
      tokens[quotation.first + 1]?.capital === true &&
      !/[,!?]/.test(text[quotation.innerEnd - 1] ?? '')
    );
  }
  return true;
}

const SMALL_WORDS =
  /^(?:a|an|the|of|in|on|at|to|for|and|or|but|by|from|with|as|is|are|was|be|it|its|his|her|he|she|they|not|that|this|over|after|into|up|out|than|if|no|so|via|per|vs)$/;
const LEAST_HEADLINE = 5;

/** True where nearly all words but the small ones have a capital. */
function inHeadlineCase(tokens: readonly Token[], { first, last }: Sentence): boolean {
  let words = 0;
  let capitals = 0;
  let commas = 0;
  for (let index = first; index < last; index++) {
    const token = tokens[index];
    if (token?.text === ',') commas++;
    if (token?.kind !== 'word' || (SMALL_WORDS.test(token.lower) && !token.capital)) continue;
    words++;
    if (token.capital) capitals++;
  }
  return words >= LEAST_HEADLINE && commas < LIST_COMMAS && capitals > words * HEADLINE_CASE;
}

/** How a line begins that points to another article; a colon, a bar or a dash follows, or the words stand in capitals. */
const POINTER =
  /^\W{0,3}(?:(?:(?:also|must|recommended|further) read(?:ing)?|read (?:more|also|next|this)|you may also like|related(?: (?:articles?|stories|story|news|links?|posts?|coverage|topics?))?|see also|more (?:on|from) this(?: story)?|more stories|watch(?: (?:also|now|video))?|listen|editor['’]s picks?|trending(?: now)?|don['’]t miss|in (?:pictures|pics|photos)|from the archives?|most read|up next|advertisement)\s{0,3}[:|–—-]|(?:ALSO READ|READ MORE|READ ALSO|RELATED|SEE ALSO|MUST READ)\b)/iu;
const LOUD_POINTER = /^\W{0,3}(?:ALSO READ|READ MORE|READ ALSO|RELATED|SEE ALSO|MUST READ)\b/u;
const PLAIN_POINTER = /[:|–—-]/u;
const LONGEST_POINTER = 40;

function pointersIn(text: string, paragraphs: readonly Span[], sentences: readonly Sentence[]): Uint8Array {
  const points = paragraphs.map(({ start, end }) => {
    const opening = POINTER.exec(text.slice(start, Math.min(end, start + LONGEST_POINTER)))?.[0];
    return opening !== undefined && (PLAIN_POINTER.test(opening) || LOUD_POINTER.test(opening));
  });
  return Uint8Array.from(sentences, ({ paragraph }) => (points[paragraph] === true ? 1 : 0));
}

/** The apostrophe of "the hauliers' association" owns as "'s" does, where it is the mark of no quotation. */
function withPluralPossessives(tokens: Token[], quotations: readonly Quotation[]): Token[] {
  const marks = new Set(quotations.flatMap(({ first, last, closed }) => (closed ? [first, last] : [first])));
  return tokens.map((token, index) => {
    if (token.kind !== 'quote' || !/^['’]$/.test(token.text) || marks.has(index)) return token;
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    const isOwner = before?.kind === 'word' && before.end === token.start && /s$/i.test(before.text);
    const isOwned = after?.kind === 'word' && after.start > token.end;
    return isOwner && isOwned ? { ...token, kind: 'possessive' } : token;
  });
}

/** A hyphen between spaces is the dash of those who have no other, and so is a bar: "Ann Roe - a baker - said". */
function withDashes(text: string, tokens: readonly Token[]): Token[] {
  return tokens.map((token) =>
    /^[―‒]$/.test(token.text) ||
    (token.text === '-' && /\s/.test(text[token.start - 1] ?? '') && /\s/.test(text[token.end] ?? ''))
      ? { ...token, text: '–', lower: '–' }
      : token,
  );
}

/** Takes a text from `from` on apart into tokens, quotations and sentences; offsets stay those of the whole text. */
export function readArticle(text: string, from = 0): Article {
  const blank = from > 0 ? ' '.repeat(from) + text.slice(from) : text;
  const marked = withDashes(blank, tokenize(blank));
  const paragraphs = splitParagraphs(blank);
  const all = findQuotations(blank, marked, paragraphs);
  const tokens = withPluralPossessives(marked, all);
  const sentences = splitSentences(tokens, paragraphs, all);
  const kept = all.filter((quotation) => !isScare(blank, tokens, quotation));
  const position = new Map(kept.map((quotation, index) => [quotation, index]));
  const quotations = kept.map((quotation) => {
    const before = all[quotation.continues];
    return { ...quotation, continues: before === undefined ? -1 : (position.get(before) ?? -1) };
  });
  const quotationAt = new Int32Array(tokens.length).fill(-1);
  quotations.forEach(({ first, last }, index) => {
    quotationAt.fill(index, first, last + 1);
  });
  const sentenceAt = new Int32Array(tokens.length).fill(-1);
  sentences.forEach(({ first, last }, index) => {
    sentenceAt.fill(index, first, last);
  });
  return {
    text,
    tokens,
    quotations,
    sentences,
    quotationAt,
    sentenceAt,
    pointer: pointersIn(blank, paragraphs, sentences),
    headline: Uint8Array.from(sentences, (sentence) => (inHeadlineCase(tokens, sentence) ? 1 : 0)),
    mentions: [],
    mentionAt: new Int32Array(tokens.length).fill(-1),
  };
}
