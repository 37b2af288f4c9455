import type { Feed } from '../model/feed.ts';
import { type Instant, toInstant } from '../model/instant.ts';
import type { Clock, Log } from '../model/ports.ts';
import type { Store } from '../store/store.ts';
import type { FeedEntries } from '../store/store-shapes.ts';
import type { DocumentReport } from './document-report.ts';
import { entryMark, type Verdict } from './judge-item.ts';
import { readDocument } from './read-document.ts';
import type { Rejection } from './store-items.ts';
import { workOnItems } from './work-on-items.ts';

/** A feed's bytes and what belongs to them. */
export interface FeedBytes {
  feed: Feed;
  bytes: Uint8Array;
  /** The address that they really came from; the feed's own by itself. */
  url?: string | undefined;
  headers?: Record<string, string> | undefined;
  /** What the feed's list of last entries holds now. */
  entries: FeedEntries;
  /** Items stored after this moment count as new although they are known: a run that was broken off stored them. */
  countFrom?: Instant | null | undefined;
  /** Whether the pages of items with little text are to be fetched; never by itself. */
  fullText?: Feed['fullText'] | undefined;
}

/** What ingesting a document needs. */
export interface DocumentDependencies {
  store: Store;
  clock: Clock;
  log: Log;
  /** Days that items are kept; 0 for ever. */
  retentionDays: number;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** So many items are extracted, and then stored side by side: the table answers each of an item's writes in its own time. */
const ITEMS_AT_ONCE = 8;

/**
 * Reads a feed document and stores what is new or changed in it; each item stands for itself, and one that cannot be worked on is in
 * `rejected`. Writes items and speakers only: the list of last entries, the event and the state are the caller's. Running it again
 * changes nothing. Throws FeedParseError for bytes that are no feed, and StoreError where the table fails.
 */
export async function ingestDocument(input: FeedBytes, deps: DocumentDependencies): Promise<DocumentReport> {
  const { feed, bytes, headers, url = feed.url, entries } = input;
  const fetchedAt = toInstant(deps.clock.now());
  const { document, items, rejected } = await readDocument(bytes, { feed, url, headers, fetchedAt });
  const known = await deps.store.items.known(items.map(({ id }) => id));
  const rejections = rejected.map((rejection) => ({ rejection, mark: entryMark(rejection.entry, rejection.code) }));
  const counts: Record<Verdict, number> = { new: 0, changed: 0, unchanged: 0, deferred: 0, expired: 0, 'too-old': 0 };
  const listed = new Set(entries.stored);
  const stored: string[] = [];

  let done = 0;
  const onItem = (): void => deps.onProgress?.(++done, items.length);
  // By id, the order in which copies of one moment count: a run that was broken off and run again finds the same original.
  const ordered = items.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  for (let start = 0; start < ordered.length; start += ITEMS_AT_ONCE) {
    const some = ordered.slice(start, start + ITEMS_AT_ONCE);
    const entriesOf = some.map((item) => ({ item, known: known.get(item.id) ?? null }));
    const { countFrom, fullText = 'never' } = input;
    const verdicts = await workOnItems(entriesOf, { ...deps, listed, countFrom, fullText, onItem });
    for (const [index, { item, known: before }] of entriesOf.entries()) {
      const verdict = verdicts[index] as Verdict | Rejection;
      if (typeof verdict === 'object') {
        deps.log.error('an item could not be stored', { feedId: feed.id, ...verdict });
        rejections.push({ rejection: verdict, mark: entryMark(item.id, item.feedHash) });
      } else counts[verdict]++;
      if (before !== null || verdict === 'new' || verdict === 'expired') stored.push(entryMark(item.id));
    }
  }

  const rejectedBefore = new Set(entries.rejected);
  return {
    title: document.title,
    siteUrl: document.link,
    language: document.language,
    ttlMinutes: document.ttlMinutes,
    warnings: document.warnings,
    itemDates: items.flatMap(({ feedPublishedAt }) => feedPublishedAt ?? []),
    newItems: counts.new,
    changedItems: counts.changed,
    unchangedItems: counts.unchanged,
    skippedItems: counts.expired + counts['too-old'],
    deferredItems: counts.deferred,
    rejected: rejections.map(({ rejection }) => rejection),
    newlyRejected: rejections.filter(({ mark }) => !rejectedBefore.has(mark)).map(({ rejection }) => rejection),
    entries: { stored: stored.toSorted(), rejected: [...new Set(rejections.map(({ mark }) => mark))].toSorted() },
  };
}
