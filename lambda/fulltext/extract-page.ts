import { describeError } from '../model/errors.ts';
import { decodePage } from './decode-page.ts';
import type { PageContext, PageResult, RefusalCode } from './page-result.ts';
import { readPage } from './read-page.ts';
import { refuseBytes } from './refuse-bytes.ts';

/** Refusals that say only that the article wasn't found: it may stand in a box whose name misled. */
const NOT_FOUND: ReadonlySet<RefusalCode> = new Set(['too-short', 'teaser-missing', 'error-page']);

/**
 * The article of a page that an item links to, or why there is none. The page counts as the item's only where its text has
 * most of the words of the feed's `teaser` in order, or tells the same under the same headline; consent and pay walls, error
 * pages, lists of articles and pages that say no more than the feed are refused. Never throws; the time is bounded for any bytes.
 */
export function extractPage(bytes: Uint8Array, context: PageContext): PageResult {
  const contentType = context.headers?.['content-type'];
  const refusedUnread = refuseBytes(bytes, contentType);
  if (refusedUnread !== null) return refusedUnread;
  try {
    const html = decodePage(bytes, contentType);
    const { result, leftOut } = readPage(html, context, false);
    if (result.kind === 'article' || !leftOut || !NOT_FOUND.has(result.code)) return result;
    const again = readPage(html, context, true).result;
    return again.kind === 'article' ? again : result;
  } catch (error) {
    return { kind: 'refused', code: 'unreadable', reason: `the page can't be read: ${describeError(error).message}` };
  }
}
