import type { FeedDocument, FeedEntry } from '../model/feed-document.ts';

/** A feed as one line of `dateline parse --ndjson` tells it, without the caller's `id`. */
export interface ParseLine {
  feed: Pick<FeedDocument, 'title' | 'link' | 'language' | 'description'>;
  items: (Omit<FeedEntry, 'published' | 'updated' | 'enclosures'> & {
    enclosures: { url: string }[];
    publishedAt: string | null;
    updatedAt: string | null;
  })[];
}

/** The line for a feed that was read; refused timestamps are `null`. */
export function toParseLine(document: FeedDocument): ParseLine {
  const { title, link, language, description, entries } = document;
  return {
    feed: { title, link, language, description },
    items: entries.map(({ published, updated, ...entry }) => ({
      ...entry,
      publishedAt: published?.value ?? null,
      updatedAt: updated?.value ?? null,
    })),
  };
}
