import type { FeedDocument, FeedEntry } from '../model/feed-document.ts';

/** A feed as one line of `dateline parse --ndjson` tells it, without the caller's `id`. */
export interface ParseLine {
  feed: Pick<FeedDocument, 'title' | 'link' | 'language' | 'description'>;
  items: (Omit<FeedEntry, 'titleHtml' | 'summaryHtml' | 'published' | 'updated' | 'enclosures'> & {
    enclosures: { url: string }[];
    publishedAt: string | null;
    updatedAt: string | null;
  })[];
}

/** The line for a feed that was read; titles and summaries in the feed's own markup where it has any, refused timestamps `null`. */
export function toParseLine(document: FeedDocument): ParseLine {
  const { title, titleHtml, link, language, description, descriptionHtml, entries } = document;
  return {
    feed: { title: titleHtml ?? title, link, language, description: descriptionHtml ?? description },
    items: entries.map(({ published, updated, titleHtml, summaryHtml, ...entry }) => ({
      ...entry,
      title: titleHtml ?? entry.title,
      summary: summaryHtml ?? entry.summary,
      publishedAt: published?.value ?? null,
      updatedAt: updated?.value ?? null,
    })),
  };
}
