import { cleanCharacters } from '../common/html/clean-characters.ts';
import { detectCharset } from './detect-charset.ts';
import type { Warnings } from './warnings.ts';

const DECLARATION = /<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']/;
const HEADER = /charset\s*=\s*["']?([A-Za-z0-9._:-]{1,40})/i;
/** What servers and templates claim without looking. */
const CARELESS = /^(?:iso-?8859-?1|latin-?1|windows-?1252|cp-?1252|us-ascii|ascii)$/i;
const HEAD_BYTES = 1024;

const BYTE_ORDER_MARKS: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0x3c, 0x00]],
  ['utf-16be', [0x00, 0x3c]],
];

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

function decode(bytes: Uint8Array, contentType: string | undefined, warnings: Warnings): string {
  const marked = markedCharset(bytes);
  if (marked !== null) return decodeAs(bytes, marked, false) ?? '';
  const head = decodeAs(bytes.subarray(0, HEAD_BYTES), 'windows-1252', false) ?? '';
  const claims = [HEADER.exec(contentType ?? '')?.[1], DECLARATION.exec(head)?.[1]];
  for (const claim of claims) {
    // A declaration that could be read byte by byte cannot stand in UTF-16.
    if (claim === undefined || /^utf-?(16|32)/i.test(claim)) continue;
    // Text of another charset that happens to be valid UTF-8 does not occur.
    const text = (CARELESS.test(claim) ? decodeAs(bytes, 'utf-8', true) : null) ?? decodeAs(bytes, claim, true);
    if (text !== null) return text;
    warnings.add('charset-wrong', `the feed is no ${claim}, as it claims to be`);
  }
  const unicode = decodeAs(bytes, 'utf-8', true);
  if (unicode !== null) return unicode;
  const single = claims.find((claim) => claim !== undefined && !/^utf-?\d+/i.test(claim));
  const guess =
    single !== undefined && decodeAs(bytes.subarray(0, 0), single, false) !== null ? single : detectCharset(bytes);
  warnings.add('charset-guessed', `the feed is no UTF-8 and was read as ${guess}`);
  return decodeAs(bytes, guess, false) ?? '';
}

/**
 * The bytes as text. A byte order mark counts first, then the charset of the HTTP header, then the XML declaration, as far
 * as the bytes fit them; then UTF-8, else what the bytes look most like. Characters that no XML may hold are taken out.
 */
export function decodeFeed(bytes: Uint8Array, contentType: string | undefined, warnings: Warnings): string {
  const text = decode(bytes, contentType, warnings);
  const clean = cleanCharacters(text);
  if (clean.length !== text.length) warnings.add('control-characters', 'control characters were taken out');
  return clean;
}
