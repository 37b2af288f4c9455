import { describeError } from '../model/errors.ts';
import { decodePage } from './decode-page.ts';
import { notHtml } from './not-html.ts';
import type { PageContext, PageResult, RefusalCode } from './page-result.ts';
import { readPage } from './read-page.ts';

/** No page of an article comes near. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Refusals that say only that the article wasn't found: it may stand in a box whose name misled. */
const NOT_FOUND: ReadonlySet<RefusalCode> = new Set(['too-short', 'teaser-missing', 'error-page']);

const refuse = (code: RefusalCode, reason: string): PageResult => ({ kind: 'refused', code, reason });

/**
 * The article of a page that an item links to, or why there is none. The page counts as the item's only where its text has
 * most of the words of the feed's `teaser` in order, or tells the same under the same headline; consent and pay walls, error
 * pages, lists of articles and pages that say no more than the feed are refused. Never throws; the time is bounded for any bytes.
 */
export function extractPage(bytes: Uint8Array, context: PageContext): PageResult {
  const contentType = context.headers?.['content-type'];
  const other = notHtml(bytes, contentType);
  if (other !== null) return refuse('not-html', other);
  if (bytes.length > MOST_BYTES) {
    return refuse('too-large', `the page has ${bytes.length} bytes; at most ${MOST_BYTES} are read`);
  }
  try {
    const html = decodePage(bytes, contentType);
    const { result, leftOut } = readPage(html, context, false);
    if (result.kind === 'article' || !leftOut || !NOT_FOUND.has(result.code)) return result;
    const again = readPage(html, context, true).result;
    return again.kind === 'article' ? again : result;
  } catch (error) {
    return refuse('unreadable', `the page can't be read: ${describeError(error).message}`);
  }
}
