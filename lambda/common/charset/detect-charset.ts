import { analyse } from 'chardet';

const SAMPLE_BYTES = 65_536;
const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const LANGUAGE = /<(?:\w+:)?language>\s*([a-z]{2})|xml:lang\s*=\s*["']([a-z]{2})/i;
/** What a charset gains when it is one of the language that the feed says it is in, beside the detector's 0 to 100. */
const LANGUAGE_BONUS = 30;
/** Less than this is no better than taking the most common charset: 10 is what the detector gives where it cannot tell. */
const LEAST_CONFIDENCE = 11;
const MOST_COMMON = 'windows-1252';

/** The bytes without tags. Tags are ASCII in every charset, and would distort the statistics of the language. */
function withoutTags(bytes: Uint8Array): Uint8Array {
  const text: number[] = [];
  let isTag = false;
  for (const byte of bytes) {
    if (byte === LESS_THAN) isTag = true;
    if (!isTag) text.push(byte);
    if (byte === GREATER_THAN) isTag = false;
  }
  return Uint8Array.from(text);
}

function canDecode(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * The most likely charset of a feed's bytes that are no UTF-8 and tell none that fits, as a label that TextDecoder knows.
 * Told by byte patterns and letter frequencies (chardet, after ICU), and by the language that the feed says it is in.
 */
export function detectCharset(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const [, element, attribute] = LANGUAGE.exec(new TextDecoder('windows-1252').decode(sample)) ?? [];
  const language = (element ?? attribute)?.toLowerCase();
  const best = analyse(withoutTags(sample))
    .map(({ name, confidence, lang }) => ({
      name,
      confidence: confidence + (lang !== undefined && lang === language ? LANGUAGE_BONUS : 0),
    }))
    .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
    .toSorted((left, right) => right.confidence - left.confidence)
    .find(({ name }) => canDecode(bytes, name));
  return best?.name.toLowerCase() ?? MOST_COMMON;
}
