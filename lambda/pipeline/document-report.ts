import type { FeedEvent } from '../model/feed.ts';
import type { Instant } from '../model/instant.ts';
import type { Warning } from '../model/warning.ts';
import type { FeedEntries } from '../store/store-shapes.ts';

/** What became of one feed document. */
export interface DocumentReport {
  title: string | null;
  siteUrl: string | null;
  language: string | null;
  ttlMinutes: number | null;
  warnings: Warning[];
  /** When its items were published, as far as they tell. */
  itemDates: Instant[];
  newItems: number;
  changedItems: number;
  unchangedItems: number;
  /** Expired, or published before the time that is kept. */
  skippedItems: number;
  /** Changes that wait for another day, or items that another worker was storing. */
  deferredItems: number;
  rejected: FeedEvent['rejected'];
  /** Those that the document before did not have. */
  newlyRejected: FeedEvent['rejected'];
  /** What the feed's list of last entries must now hold. */
  entries: FeedEntries;
}
