import { cleanCharacters } from '../common/html/clean-characters.ts';

const HEADER = /charset\s*=\s*["']?([A-Za-z0-9._:-]{1,40})/i;
const META = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]{1,40})/i;
/** The HTML standard lets browsers look this far; real pages put it later now and then. */
const HEAD_BYTES = 4096;

const BYTE_ORDER_MARKS: readonly [string, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The text in that charset; `null` where the name is unknown or, when `fatal`, the bytes are none of its text. */
function decodeAs(bytes: Uint8Array, label: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

function decode(bytes: Uint8Array, contentType: string | undefined): string {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return decodeAs(bytes, marked[0], false) ?? '';
  const head = decodeAs(bytes.subarray(0, HEAD_BYTES), 'windows-1252', false) ?? '';
  const inHeader = HEADER.exec(contentType ?? '')?.[1];
  const inPage = META.exec(head)?.[1];
  // A declaration that could be read byte by byte cannot stand in UTF-16 (HTML standard, 13.2.3.2).
  const claims = [inHeader, inPage && /^utf-?16/i.test(inPage) ? 'utf-8' : inPage].filter(
    (claim) => claim !== undefined,
  );
  // Bytes that are valid UTF-8 are UTF-8, whatever a careless server calls them.
  const unicode = decodeAs(bytes, 'utf-8', true);
  const escaped = claims.some((claim) => /^(?:iso-2022|hz-|utf-?16)/i.test(claim));
  if (unicode !== null && !escaped) return unicode;
  for (const claim of claims) {
    const text = decodeAs(bytes, claim, true);
    if (text !== null) return text;
  }
  // Some bytes are wrong in any case: a page that is mostly what it claims is read as that.
  for (const claim of claims) {
    const text = decodeAs(bytes, claim, false);
    if (text !== null) return text;
  }
  return decodeAs(bytes, 'windows-1252', false) ?? '';
}

/**
 * The bytes of a page as text: a byte order mark counts first, then valid UTF-8, then the charset of the HTTP header, then
 * that of `<meta>`, else windows-1252. Characters that no document may hold are taken out.
 */
export function decodePage(bytes: Uint8Array, contentType: string | undefined): string {
  return cleanCharacters(decode(bytes, contentType));
}
