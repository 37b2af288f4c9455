import { decodeText, headerCharset } from '../common/charset/decode-text.ts';
import type { Warnings } from './warnings.ts';

const DECLARATION = /<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']/;
const HEAD_BYTES = 1024;

/** The bytes of a feed as text, as `decodeText` reads them: the HTTP header's charset is asked before that of the XML declaration. */
export function decodeFeed(bytes: Uint8Array, contentType: string | undefined, warnings: Warnings): string {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD_BYTES));
  const decoded = decodeText(bytes, [headerCharset(contentType), DECLARATION.exec(head)?.[1]]);
  for (const { code, message } of decoded.warnings) warnings.add(code, message);
  return decoded.text;
}
