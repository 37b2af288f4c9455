import { decodeText, headerCharset } from '../common/charset/decode-text.ts';

const META = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]{1,40})/i;
/** The HTML standard lets browsers look this far; real pages put it later now and then. */
const HEAD_BYTES = 4096;

/** The bytes of a page as text, as `decodeText` reads them: the HTTP header's charset is asked before that of `<meta>`. */
export function decodePage(bytes: Uint8Array, contentType: string | undefined): string {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD_BYTES));
  return decodeText(bytes, [headerCharset(contentType), META.exec(head)?.[1]]).text;
}
