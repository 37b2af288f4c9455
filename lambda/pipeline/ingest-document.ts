import { describeError } from '../model/errors.ts';
import type { Feed } from '../model/feed.ts';
import { type Instant, sortableInstant, toInstant } from '../model/instant.ts';
import type { NormalisedItem } from '../model/item.ts';
import type { Clock, Log } from '../model/ports.ts';
import type { FeedEntries, KnownItem, Store } from '../store/store.ts';
import type { DocumentReport } from './document-report.ts';
import { entryMark, judgeItem, type Verdict } from './judge-item.ts';
import { readDocument } from './read-document.ts';
import { prepareItem, storeItem } from './store-item.ts';

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

const nameOf = (item: NormalisedItem): string => (item.guid ?? item.url ?? item.title).slice(0, 200);

const isAfter = (instant: Instant, from: Instant | null): boolean =>
  from === null || sortableInstant(instant) > sortableInstant(from);

/** What a known and unchanged item counts as: stored by a run of the same poll that was broken off, it still is news. */
function countedAs(known: KnownItem | null, from: Instant | null | undefined): Verdict {
  if (known === null || from === undefined) return 'unchanged';
  if (isAfter(known.storedAt, from)) return 'new';
  return isAfter(known.changedAt, from) ? 'changed' : 'unchanged';
}

/**
 * Reads a feed document and stores what is new or changed in it; each item stands for itself, and one that cannot be worked on is in
 * `rejected`. Writes items and speakers only: the list of last entries, the event and the state are the caller's. Running it again
 * changes nothing. Throws FeedParseError for bytes that are no feed, and whatever the store throws.
 */
export async function ingestDocument(input: FeedBytes, deps: DocumentDependencies): Promise<DocumentReport> {
  const { feed, bytes, headers, url = feed.url } = input;
  const { store, clock, log, retentionDays, onProgress } = deps;
  const fetchedAt = toInstant(clock.now());
  const { document, items, rejected } = await readDocument(bytes, { feed, url, headers, fetchedAt });
  const known = await store.items.known(items.map(({ id }) => id));

  const listed = new Set(input.entries.stored);
  const rejections = rejected.map((rejection) => ({ rejection, mark: entryMark(rejection.entry, rejection.code) }));
  const counts: Record<Verdict, number> = { new: 0, changed: 0, unchanged: 0, deferred: 0, expired: 0, 'too-old': 0 };
  const stored: string[] = [];

  const work = async (item: NormalisedItem): Promise<Verdict | 'rejected'> => {
    const before = known.get(item.id) ?? null;
    const context = { now: toInstant(clock.now()), retentionDays };
    const verdict = judgeItem(item, before, { ...context, listedBefore: listed.has(entryMark(item.id)) });
    if (verdict === 'unchanged') return countedAs(before, input.countFrom);
    if (verdict !== 'new' && verdict !== 'changed') return verdict;
    let prepared: ReturnType<typeof prepareItem>;
    try {
      prepared = prepareItem(item, before, context);
    } catch (error) {
      const rejection = { entry: nameOf(item), ...describeError(error) };
      log.error('an item could not be worked on', { feedId: feed.id, ...rejection });
      rejections.push({ rejection, mark: entryMark(item.id, item.feedHash) });
      return 'rejected';
    }
    return (await storeItem(store, prepared)) ? verdict : 'deferred';
  };

  for (const [index, item] of items.entries()) {
    const verdict = await work(item);
    if (verdict !== 'rejected') counts[verdict]++;
    const inStore = verdict === 'deferred' ? known.has(item.id) : verdict !== 'rejected' && verdict !== 'too-old';
    if (inStore) stored.push(entryMark(item.id));
    onProgress?.(index + 1, items.length);
  }

  const rejectedBefore = new Set(input.entries.rejected);
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
