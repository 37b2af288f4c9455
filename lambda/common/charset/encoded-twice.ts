import { WINDOWS_1252 } from '../html/clean-characters.ts';

/** The beginning of each sequence of UTF-8 that was read as windows-1252: nothing else holds one of these before one of those. */
const SIGN =
  /[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€/;
const BEYOND_ASCII = /[^\0-\x7f]+/g;
/** What the sequences stand for where they are no accident of `É”` and the like: letters of Latin, Greek, Cyrillic, Hebrew and Arabic, signs. */
const LIKELY =
  /^[\u00a0-\u024f\u0370-\u052f\u05d0-\u05ea\u0600-\u06ff\u2010-\u203a\u20a0-\u20bf\u2100-\u214f\u3000-\u9fff\uac00-\ud7af\ud83c-\udfff]*$/;
/** Of two characters, which windows-1252 writes for one, these begin what Latin languages write most. */
const COMMON = /[ÂÃ]/;
const ENOUGH_PAIRS = 3;

/** Characters of windows-1252 and, where it has others or none, of ISO-8859-1. */
const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, index) => index + 128).flatMap((byte): [string, number][] => [
    [String.fromCharCode(byte), byte],
    [WINDOWS_1252[byte - 128] ?? String.fromCharCode(byte), byte],
  ]),
);

/** The bytes of a run in windows-1252; `null` where it has characters that this has not. */
function bytesOf(run: string): Uint8Array | null {
  const bytes: number[] = [];
  // A right quotation mark ends in a byte that windows-1252 has not, and which is therefore lost.
  for (const character of run.replace(/â€(?![\u0080-\uffff])/g, 'â€\u009d')) {
    const byte = BYTES.get(character);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/**
 * The text as it was before it was encoded as UTF-8 twice, where that is certain: all that stands in it beyond ASCII is UTF-8 read as
 * windows-1252 (`â€™` for an apostrophe), and too much of it for an accident. The text itself otherwise.
 */
export function encodedOnce(text: string): string {
  // ASCII, which is told in a twentieth of the time that the expression takes.
  if (Buffer.byteLength(text) === text.length || !SIGN.test(text)) return text;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const runs = new Map<string, string>();
  let strength = 0;
  for (const [run] of text.matchAll(BEYOND_ASCII)) {
    if (runs.has(run)) continue;
    // `à` is `Ã` with a space that does not break, of which folding makes another one: no sign by itself, for `Ã` is a letter.
    if (run === 'Ã') {
      runs.set(run, 'à');
      continue;
    }
    const bytes = bytesOf(run);
    if (bytes === null) return text;
    let once: string;
    try {
      once = decoder.decode(bytes);
    } catch {
      return text;
    }
    if (!LIKELY.test(once)) return text;
    runs.set(run, once);
    const lost = bytes.length - [...once].length;
    strength += lost > [...once].length || COMMON.test(run) ? ENOUGH_PAIRS : lost;
  }
  return strength < ENOUGH_PAIRS ? text : text.replace(BEYOND_ASCII, (run) => runs.get(run) ?? run);
}
