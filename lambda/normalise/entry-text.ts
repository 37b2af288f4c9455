import { htmlToText } from '../common/html/html-to-text.ts';
import type { FeedEntry } from '../model/feed-document.ts';

/** The words of an entry: its summary, and its content or its summary, whichever says more. */
export function entryTexts({ contentHtml, summary, summaryHtml }: FeedEntry): { summary: string; contentText: string } {
  const content = contentHtml === null ? '' : htmlToText(contentHtml);
  if (summaryHtml !== null && summaryHtml === contentHtml) return { summary: content, contentText: content };
  const short = summaryHtml === null ? (summary ?? '') : htmlToText(summaryHtml);
  return { summary: short, contentText: content.length >= short.length ? content : short };
}
