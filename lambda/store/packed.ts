import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { StoreError } from '../model/errors.ts';
import { ownBytes } from './own-bytes.ts';

type Attributes = Record<string, unknown>;

/** The attribute that holds all those of a record that nobody asks the table about. */
export const PACKED_ATTRIBUTE = 'z1';

/**
 * Words that records are full of, the most frequent last. What is stored can be read with this very text only: another one needs another attribute
 * beside this one, for the records that are there.
 */
const WORDS = Buffer.from(
  '"authors":[],"tags":[],"enclosures":[{"url":"https://www.","type":"image/jpeg","length":null}],"summary":"","publishedAtRaw":" GMT"' +
    ',"updatedAt":null,"warnings":[],"publishedAtSource":"feed","publishedAt":"2026-","fetchedAt":"2026-","storedAt":"2026-","changedAt":"2026-"' +
    ',"revisionsThatDay":1,"dateline":null,"statementCount":0,"expiresAt":"2026-","copies":["URL#","TEXT#"],"guid":"https://www.","canonicalUrl":"https://www.' +
    '","dateline":{"raw":"","place":"","date":"","agency":null,"syndicator":null,"bodyStart":' +
    ',"date":"2026-","value":"2026-","granularity":"day","from":"2026-","to":"2026-","role":"scheduled","context":"The ' +
    ' that the said president minister government spokesman spokeswoman would not have been with from this which were their Monday Tuesday Wednesday Thursday Friday Saturday Sunday ' +
    '"type":"indirect","text":"","type":"mixed","type":"direct","text":"","start":,"end":,"spans":[{"start":,"end":}],"cue":{"text":"told","start":,"end":,"lemma":"tell"}' +
    ',"cue":{"text":"said","start":,"end":,"lemma":"say"},"speaker":null,"speaker":{"id":"","name":"","role":null,"affiliation":null,"kind":"organization","mention":{"text":"he","start":' +
    ',"end":},"resolution":"pronoun"},"kind":"group","kind":"unnamed","kind":"person","mention":{"text":"","start":,"end":},"resolution":"alias"},"resolution":"role"},"resolution":"explicit"}' +
    ',"saidAt":null,"saidAtSource":null,"saidAt":"2026-","saidAtSource":"text","saidAtSource":"published","rule":"speaker-then-quote","rule":"quote-then-attribution","rule":"that-clause"' +
    ',"confidence":0.9,"id":"","itemId":"","revision":1,"feedId":"","url":"https://www.","title":"","sortAt":"2026-","language":"en"}',
);
// Dictionary and record fit into a window of 4 KB; a larger one takes longer to make than to use.
const OPTIONS = { windowBits: 12, memLevel: 5 };
/** Of values that are longer, as all statements of an article. */
const LONG = { windowBits: 15, memLevel: 8 };
/** Lists and counts ask for the same records again and again: texts of so many characters together stay unpacked. */
const REMEMBERED_CHARACTERS = 6_000_000;
/** A longer text, as of an article's body, is asked for alone, and would push out many. */
const LONGEST_REMEMBERED = 20_000;
/** A record holds 400 KB at most, keys and names included. */
const PIECE_BYTES = 350 * 1024;

/** The attributes with all but the `plain` ones in one, compressed; the item's or feed's id in `partition` costs nothing again. */
export function pack(attributes: Attributes, plain: readonly string[], partition: string): Attributes {
  const [kept, packed]: [Attributes, Attributes] = [{}, {}];
  for (const [name, value] of Object.entries(attributes)) (plain.includes(name) ? kept : packed)[name] = value;
  const text = JSON.stringify(packed);
  return {
    ...kept,
    [PACKED_ATTRIBUTE]: ownBytes(deflateRawSync(text, { ...OPTIONS, level: 9, dictionary: dictionary(partition) })),
  };
}

/** The attributes as they were; of a record that is not packed, these themselves. Throws StoreError `corrupt-record`. */
export function unpack(attributes: Attributes): Attributes {
  const { [PACKED_ATTRIBUTE]: packed, ...kept } = attributes;
  if (!(packed instanceof Uint8Array)) return attributes;
  try {
    return { ...JSON.parse(inflated(packed, String(attributes.pk), OPTIONS)), ...kept };
  } catch (error) {
    throw new StoreError('corrupt-record', `the record ${attributes.pk} / ${attributes.sk} cannot be unpacked`, error);
  }
}

/** Any value of JSON, compressed; the id in `partition` costs nothing again. */
export function packValue(value: unknown, partition: string): Uint8Array {
  return ownBytes(deflateRawSync(JSON.stringify(value), { ...LONG, level: 9, dictionary: dictionary(partition) }));
}

/** The value as it was; throws StoreError `corrupt-record`, which names the record. */
export function unpackValue(bytes: Uint8Array, partition: string, sort: string): unknown {
  try {
    return JSON.parse(inflated(bytes, partition, LONG));
  } catch (error) {
    throw new StoreError('corrupt-record', `the record ${partition} / ${sort} cannot be unpacked`, error);
  }
}

/** The bytes in pieces that each fit into a record; at least one. */
export function inPieces(bytes: Uint8Array): Uint8Array[] {
  const count = Math.max(1, Math.ceil(bytes.length / PIECE_BYTES));
  return Array.from({ length: count }, (_, n) => bytes.subarray(n * PIECE_BYTES, (n + 1) * PIECE_BYTES));
}

const remembered = new Map<string, string>();
let rememberedCharacters = 0;

/** The text of these very bytes; since nothing else decides it, what was remembered is never out of date. */
function inflated(bytes: Uint8Array, partition: string, options: typeof OPTIONS): string {
  const key = `${partition}\n${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const text = inflateRawSync(bytes, { ...options, dictionary: dictionary(partition) }).toString('utf8');
  if (text.length <= LONGEST_REMEMBERED) remember(key, text);
  return text;
}

function remember(key: string, text: string): void {
  rememberedCharacters += key.length + text.length;
  remembered.set(key, text);
  for (const [oldest, former] of remembered) {
    if (rememberedCharacters <= REMEMBERED_CHARACTERS) return;
    rememberedCharacters -= oldest.length + former.length;
    remembered.delete(oldest);
  }
}

function dictionary(partition: string): Buffer {
  return Buffer.concat([WORDS, Buffer.from(partition)]);
}
