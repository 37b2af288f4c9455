/** What of a document's bytes beyond ASCII is UTF-8. */
export interface Utf8Sequences {
  /**
   * How strongly the characters of several bytes tell that it is: one for each of two bytes, which other charsets write by chance now and
   * then (`É”` of windows-1252), three for each longer one.
   */
  strength: number;
  /** Characters of two to four bytes. */
  valid: number;
  /** Bytes, or sequences that break off, which stand for no character. */
  invalid: number;
  /** Pairs of surrogates that were written as two characters of three bytes each (CESU-8). */
  surrogatePairs: number;
  /** The same bytes with those pairs as UTF-8 has them. */
  bytes: Uint8Array;
}

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** How many bytes the character has that begins with this byte; 0 where none does (RFC 3629). */
function lengthOf(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** Whether the second byte rules out longer forms than needed, surrogates, and characters beyond the last one. */
function fits(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second <= 0x9f;
  if (lead === 0xf0) return second >= 0x90;
  return lead !== 0xf4 || second <= 0x8f;
}

/** The code unit of a surrogate that stands here as three bytes; `null` for all else. */
function surrogateAt(bytes: Uint8Array, at: number): number | null {
  const [second = 0, third] = [bytes[at + 1], bytes[at + 2]];
  if (bytes[at] !== 0xed || second < 0xa0 || second > 0xbf || !isContinuation(third)) return null;
  return 0xd000 | ((second & 0x3f) << 6) | ((third ?? 0) & 0x3f);
}

/**
 * Counts the sequences of UTF-8 in bytes that are not all UTF-8, in one pass. A sequence that breaks off after a right beginning is
 * a wrong one, and yet tells of UTF-8.
 */
export function utf8Sequences(source: Uint8Array): Utf8Sequences {
  const counts = { strength: 0, valid: 0, invalid: 0, surrogatePairs: 0 };
  const pairs: { at: number; character: string }[] = [];
  let at = 0;
  while (at < source.length) {
    const lead = source[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const high = surrogateAt(source, at);
    if (high !== null) {
      const low = high < 0xdc00 ? surrogateAt(source, at + 3) : null;
      if (low !== null && low >= 0xdc00) {
        counts.surrogatePairs += 1;
        counts.strength += 3;
        pairs.push({ at, character: String.fromCharCode(high, low) });
        at += 6;
      } else {
        counts.invalid += 1;
        at += 3;
      }
      continue;
    }
    const length = lengthOf(lead);
    let read = 1;
    while (read < length && isContinuation(source[at + read])) read += 1;
    if (read > 1 && !fits(lead, source[at + 1] ?? 0)) read = 1;
    const isWhole = length > 0 && read === length;
    if (isWhole) counts.valid += 1;
    else counts.invalid += 1;
    if (read > 1) counts.strength += isWhole && length > 2 ? 3 : 1;
    at += read;
  }
  return { ...counts, bytes: pairs.length === 0 ? source : withPairs(source, pairs) };
}

function withPairs(source: Uint8Array, pairs: { at: number; character: string }[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let done = 0;
  for (const { at, character } of pairs) {
    parts.push(source.subarray(done, at), Buffer.from(character));
    done = at + 6;
  }
  return Buffer.concat([...parts, source.subarray(done)]);
}
