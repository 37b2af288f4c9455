import { htmlToText } from '../common/html/html-to-text.ts';
import type { FeedEntry } from '../model/feed-document.ts';

/** The words of an entry: its content or its summary, whichever says more. */
export function entryText({ contentHtml, summary }: FeedEntry): string {
  const content = contentHtml === null ? '' : htmlToText(contentHtml);
  const short = summary ?? '';
  return content.length >= short.length ? content : short;
}
