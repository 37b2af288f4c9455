import { notHtml } from './not-html.ts';
import type { RefusedPage } from './page-result.ts';

/** No page of an article comes near. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Why these bytes are not read as a page at all, by the server's content type, their beginning and their number; `null` where they may be one. */
export function refuseBytes(bytes: Uint8Array, contentType: string | undefined): RefusedPage | null {
  const other = notHtml(bytes, contentType);
  if (other !== null) return { kind: 'refused', code: 'not-html', reason: other };
  if (bytes.length <= MOST_BYTES) return null;
  const reason = `the page has ${bytes.length} bytes; at most ${MOST_BYTES} are read`;
  return { kind: 'refused', code: 'too-large', reason };
}
