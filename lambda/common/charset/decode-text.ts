import type { Warning } from '../../model/warning.ts';
import { cleanCharacters } from '../html/clean-characters.ts';
import { detectCharset } from './detect-charset.ts';
import { encodedOnce } from './encoded-twice.ts';
import { utf8Sequences } from './utf8-sequences.ts';

/** A document's text, and what had to be done for it. */
export interface DecodedText {
  text: string;
  warnings: Warning[];
}

/** What servers and templates claim without looking. */
const CARELESS = /^(?:iso-?8859-?1|latin-?1|windows-?1252|cp-?1252|us-ascii|ascii)$/i;
/** What windows-1252 has no character for; the same behind the beginning of a character of several bytes; and texts between marks of XML and JSON. */
const HOLES = ['\u0081', '\u008d', '\u008f', '\u0090', '\u009d'];
const LOSSY = /[\u00c2-\u00f4][\u0080-\u00bf]?[\u0081\u008d\u008f\u0090\u009d]/;
const SEGMENT = /[^<>"]+/g;
/** Charsets of several bytes that are ASCII to the eye. */
const ESCAPED = /^(?:iso-2022|hz-)/i;
const HEADER = /charset\s*=\s*["']?([A-Za-z0-9._:-]{1,40})/i;
/** Fewer characters may be UTF-8 by chance in a text of two bytes a character. */
const ENOUGH_CHARACTERS = 8;

const BYTE_ORDER_MARKS: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0x3c, 0x00]],
  ['utf-16be', [0x00, 0x3c]],
];

/** The charset that a Content-Type header names. */
export function headerCharset(contentType: string | undefined): string | undefined {
  return HEADER.exec(contentType ?? '')?.[1];
}

/** The text in that charset; `null` where the name is unknown or, when `fatal`, the bytes are none of its text. */
function decodeAs(bytes: Uint8Array, label: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

function markedCharset(bytes: Uint8Array): string | null {
  const found = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  return found?.[0] ?? null;
}

/** The bytes as UTF-8, where they are that as a whole, and no claim is to be believed before it. */
function asUtf8(bytes: Uint8Array, claim: string | undefined): string | null {
  const text = decodeAs(bytes, 'utf-8', true);
  if (text === null || claim === undefined || CARELESS.test(claim)) return text;
  // What says something else is believed only where so little is written beyond ASCII that it may be UTF-8 by chance.
  return !ESCAPED.test(claim) && utf8Sequences(bytes).valid >= ENOUGH_CHARACTERS ? text : null;
}

type Warn = (code: string, message: string) => void;

/** The bytes as UTF-8 with U+FFFD for what is none, where nearly all that stands beyond ASCII is UTF-8; `null` where it is not. */
function asDamagedUtf8(bytes: Uint8Array, isClaimed: boolean, warn: Warn): string | null {
  const { strength, invalid, surrogatePairs, bytes: joined } = utf8Sequences(bytes);
  if (strength < invalid * (isClaimed ? 1 : 2)) return null;
  if (surrogatePairs > 0) {
    warn(
      'surrogates-joined',
      `${surrogatePairs} characters were written as two surrogates (CESU-8) and were put together`,
    );
  }
  if (invalid > 0) warn('bytes-replaced', `${invalid} sequences of bytes that are no UTF-8 were replaced by U+FFFD`);
  return decodeAs(joined, 'utf-8', false);
}

function decode(bytes: Uint8Array, claims: readonly string[], warn: Warn): string {
  const marked = markedCharset(bytes);
  if (marked?.startsWith('utf-16')) return decodeAs(bytes, marked, false) ?? '';
  // A declaration that could be read byte by byte cannot stand in UTF-16.
  const others = claims.filter((claim) => !/^utf-?\d/i.test(claim));
  const [claimed] = marked === null ? others : [];
  const unicode = asUtf8(bytes, claimed);
  if (unicode !== null) {
    if (claimed !== undefined && !CARELESS.test(claimed) && /[^\0-\x7f]/.test(unicode)) {
      warn('charset-wrong', `the text is UTF-8, not ${claimed}, as it claims to be`);
    }
    return unicode;
  }
  const isClaimed = marked !== null || claims.some((claim) => /^utf-?8$/i.test(claim));
  const damaged = asDamagedUtf8(bytes, isClaimed, warn) ?? (marked === null ? null : decodeAs(bytes, marked, false));
  if (damaged !== null) return damaged;
  for (const claim of claims) {
    const text = /^utf-?(?:16|32)/i.test(claim) ? null : decodeAs(bytes, claim, true);
    if (text !== null) return text;
    warn('charset-wrong', `the text is no ${claim}, as it claims to be`);
  }
  const single = others.find((claim) => decodeAs(new Uint8Array(), claim, false) !== null);
  const guess = single ?? detectCharset(bytes);
  warn('charset-guessed', `the text is no UTF-8 and was read as ${guess}`);
  return decodeAs(bytes, guess, false) ?? '';
}

/**
 * The bytes of a feed, page or list as text. A byte order mark counts first; then UTF-8, where all bytes or most that stand beyond ASCII
 * are that, whatever is claimed; then the claimed charsets in their order, as far as the bytes fit them; else what the bytes look most
 * like. Characters that no document may hold are taken out. Each thing that was repaired is told once in `warnings`.
 */
export function decodeText(bytes: Uint8Array, claims: readonly (string | undefined)[]): DecodedText {
  const warnings: Warning[] = [];
  const warn = (code: string, message: string): void => {
    if (!warnings.some((warning) => warning.code === code)) warnings.push({ code, message });
  };
  const text = decode(
    bytes,
    claims.filter((claim) => claim !== undefined),
    warn,
  );
  // Of these, characters of two bytes would lose their second one, which windows-1252 has not.
  const isLossy = HOLES.some((hole) => text.includes(hole)) && LOSSY.test(text);
  const once = isLossy ? text.replace(SEGMENT, encodedOnce) : text;
  if (once !== text) warn('encoded-twice', 'text was encoded as UTF-8 twice and is read as it was meant');
  const clean = cleanCharacters(once);
  if (clean.length !== once.length) warn('control-characters', 'control characters were taken out');
  return { text: clean, warnings };
}
