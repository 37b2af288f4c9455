import { safeJson } from '../../../common/control-characters.ts';
import type { FeedEntry } from './feed-entry.ts';
import type { PageWriter } from './page-frame.ts';

/** A page of JSON Feed 1.1. */
export function jsonFeedWriter(entryOf: (row: Record<string, unknown>) => FeedEntry): PageWriter {
  return {
    row(row) {
      const { id, title, url, paragraphs, publishedAt, author, tags } = entryOf(row);
      return safeJson({
        id,
        ...(url !== null && { url }),
        title,
        content_text: paragraphs.join('\n\n'),
        ...(publishedAt !== null && { date_published: publishedAt }),
        ...(author !== null && { authors: [{ name: author }] }),
        ...(tags.length > 0 && { tags }),
      });
    },
    page(rows, { title, homeUrl, selfUrl, nextUrl }) {
      const head = {
        version: 'https://jsonfeed.org/version/1.1',
        title,
        home_page_url: homeUrl,
        feed_url: selfUrl,
        ...(nextUrl !== null && { next_url: nextUrl }),
      };
      return `${safeJson(head).slice(0, -1)},"items":[${rows.join(',')}]}`;
    },
  };
}
