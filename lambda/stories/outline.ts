import { hashWords, keyOfWords } from './hash-words.ts';
import { normalWords } from './normal-words.ts';

/** A sentence as far as articles are compared. */
export interface OutlineSentence {
  /** Fingerprint of the words. */
  plain: number;
  /** Fingerprint of the words with all figures alike: what another bulletin of the same kind has too. */
  masked: number;
  words: number;
}

/** What an article is compared by: its first sentences. */
export interface Outline {
  sentences: OutlineSentence[];
  /** By which articles that share a sentence find each other, at most three. */
  keys: string[];
}

/** A longer article is known by its beginning. */
const MOST_SENTENCES = 60;
/** So much of a text is looked at; sixty sentences take less. */
const MOST_CHARACTERS = 60_000;
const MOST_WORDS = 255;
/** Shorter sentences ("The inquiry continues.") stand in many articles. */
const FEWEST_WORDS_OF_KEY = 8;
/**
 * An article that is cut keeps its beginning, so that most keys come from there: the two smallest of four, of which two articles that differ in one of the four have
 * one in common.
 */
const SENTENCES_OF_LEAD = 4;
const KEYS_OF_LEAD = 2;
const KEYS_OF_ALL = 1;
const FINGERPRINT_BITS = 24;

/** Sentences end alike in every copy, whatever the marks, so that this needs to know nothing of abbreviations. */
const SENTENCE_END = /[.!?…]["”’')\]]*\s|\n/g;

/** The outline of an article's text, from the body's start; linear in its length. */
export function outlineOf(text: string): Outline {
  const known: { words: string[]; sentence: OutlineSentence }[] = [];
  for (const part of partsOf(text.slice(0, MOST_CHARACTERS))) {
    const words = normalWords(part).slice(0, MOST_WORDS);
    if (words.length === 0) continue;
    const masked = words.map((word) => (/\d/.test(word) ? '0' : word));
    known.push({
      words,
      sentence: { plain: short(hashWords(words)), masked: short(hashWords(masked)), words: words.length },
    });
    if (known.length === MOST_SENTENCES) break;
  }
  const ranked = known
    .filter(({ words }) => words.length >= FEWEST_WORDS_OF_KEY)
    .map(({ words }, index) => ({ index, key: keyOfWords(words) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  const lead = ranked.filter(({ index }) => index < SENTENCES_OF_LEAD).slice(0, KEYS_OF_LEAD);
  const keys = [...new Set([...lead, ...ranked].map(({ key }) => key))].slice(0, KEYS_OF_LEAD + KEYS_OF_ALL);
  return { sentences: known.map(({ sentence }) => sentence), keys };
}

function* partsOf(text: string): Generator<string> {
  let start = 0;
  for (const { index, 0: end } of text.matchAll(SENTENCE_END)) {
    yield text.slice(start, index + end.length);
    start = index + end.length;
  }
  yield text.slice(start);
}

const short = (hash: number): number => hash >>> (32 - FINGERPRINT_BITS);

const BYTES_A_SENTENCE = 7;

/** The sentences as text of at most 560 characters. */
export function packOutline(sentences: readonly OutlineSentence[]): string {
  const bytes = Buffer.alloc(sentences.length * BYTES_A_SENTENCE);
  for (const [index, { plain, masked, words }] of sentences.entries()) {
    bytes.writeUIntBE(plain, index * BYTES_A_SENTENCE, 3);
    bytes.writeUIntBE(masked, index * BYTES_A_SENTENCE + 3, 3);
    bytes.writeUInt8(words, index * BYTES_A_SENTENCE + 6);
  }
  return bytes.toString('base64url');
}

/** The sentences of `packOutline`; what is no whole sentence is left out. */
export function unpackOutline(packed: string): OutlineSentence[] {
  const bytes = Buffer.from(packed, 'base64url');
  return Array.from({ length: Math.floor(bytes.length / BYTES_A_SENTENCE) }, (_, index) => ({
    plain: bytes.readUIntBE(index * BYTES_A_SENTENCE, 3),
    masked: bytes.readUIntBE(index * BYTES_A_SENTENCE + 3, 3),
    words: bytes.readUInt8(index * BYTES_A_SENTENCE + 6),
  }));
}
