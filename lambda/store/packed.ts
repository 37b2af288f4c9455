import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { StoreError } from '../model/errors.ts';
import { DICTIONARY } from './dictionary.ts';
import { ownBytes } from './own-bytes.ts';

type Attributes = Record<string, unknown>;

/** The attribute that holds all those of a record that nobody asks the table about. */
const PACKED_ATTRIBUTE = 'z2';

// A larger window than dictionary and record need would take longer to make than to use; one of 32 KB holds both.
const OPTIONS = { windowBits: 15, memLevel: 8, chunkSize: 4096 };
/** Lists and counts ask for the same records again and again: texts of so many characters together stay unpacked. */
const REMEMBERED_CHARACTERS = 6_000_000;
/** A longer text, as of an article's body, is asked for alone, and would push out many. */
const LONGEST_REMEMBERED = 20_000;

/** The attributes with all but the `plain` ones in one, compressed; the item's or feed's id in `partition` costs nothing again. */
export function pack(attributes: Attributes, plain: readonly string[], partition: string): Attributes {
  const [kept, packed]: [Attributes, Attributes] = [{}, {}];
  for (const [name, value] of Object.entries(attributes)) (plain.includes(name) ? kept : packed)[name] = value;
  return { ...kept, [PACKED_ATTRIBUTE]: packValue(packed, partition) };
}

/** The attributes as they were; of a record that is not packed, these themselves. Throws StoreError `corrupt-record`. */
export function unpack(attributes: Attributes): Attributes {
  const { [PACKED_ATTRIBUTE]: packed, ...kept } = attributes;
  if (!(packed instanceof Uint8Array)) return attributes;
  return { ...(unpackValue(packed, String(attributes.pk), String(attributes.sk)) as Attributes), ...kept };
}

/** Any value of JSON, compressed; the id in `partition` costs nothing again. */
export function packValue(value: unknown, partition: string): Uint8Array {
  const dictionary = Buffer.concat([DICTIONARY, Buffer.from(partition)]);
  return ownBytes(deflateRawSync(JSON.stringify(value), { ...OPTIONS, level: 9, dictionary }));
}

/** The value as it was; throws StoreError `corrupt-record`, which names the record. */
export function unpackValue(bytes: Uint8Array, partition: string, sort: string): unknown {
  return inflated(bytes, DICTIONARY, partition, sort);
}

const remembered = new Map<string, string>();
let rememberedCharacters = 0;

/** The value of these very bytes; since nothing else decides it, a text that was remembered is never out of date. */
function inflated(bytes: Uint8Array, words: Buffer, partition: string, sort: string): unknown {
  const key = `${words.length}\n${partition}\n${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')}`;
  try {
    const known = remembered.get(key);
    if (known !== undefined) return JSON.parse(known);
    const dictionary = Buffer.concat([words, Buffer.from(partition)]);
    const text = inflateRawSync(bytes, { ...OPTIONS, dictionary }).toString('utf8');
    const value: unknown = JSON.parse(text);
    if (text.length <= LONGEST_REMEMBERED) remember(key, text);
    return value;
  } catch (error) {
    throw new StoreError('corrupt-record', `the record ${partition} / ${sort} cannot be unpacked`, error);
  }
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
