import { wantsPage } from '../fulltext/wants-page.ts';
import type { Feed } from '../model/feed.ts';
import { type Instant, sortableInstant, toInstant } from '../model/instant.ts';
import type { NormalisedItem } from '../model/item.ts';
import type { Clock, Log } from '../model/ports.ts';
import type { FeedEntries, KnownItem, Store } from '../store/store.ts';
import type { PageStanding } from './build-bundle.ts';
import type { DocumentReport } from './document-report.ts';
import { entryMark, judgeItem, type Verdict } from './judge-item.ts';
import { readDocument } from './read-document.ts';
import { type Rejection, storeItem } from './store-item.ts';

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

const isAfter = (instant: Instant, from: Instant | null): boolean =>
  from === null || sortableInstant(instant) > sortableInstant(from);

/** What a known and unchanged item counts as: stored by a run of the same poll that was broken off, it still is news. */
function countedAs(known: KnownItem | null, from: Instant | null | undefined): Verdict {
  if (known === null || from === undefined) return 'unchanged';
  if (isAfter(known.storedAt, from)) return 'new';
  // What changed last is the page, which is no news of the feed.
  if (known.fullText === 'page' || known.fullText === 'failed') return 'unchanged';
  return isAfter(known.changedAt, from) ? 'changed' : 'unchanged';
}

const awaited = (now: Instant): PageStanding => ({ fullText: 'pending', nextTryAt: now, pageTries: 0 });

async function workOn(
  item: NormalisedItem,
  known: KnownItem | null,
  input: FeedBytes & { listed: Set<string> },
  deps: DocumentDependencies,
): Promise<Verdict | Rejection> {
  const context = { now: toInstant(deps.clock.now()), retentionDays: deps.retentionDays };
  const listedBefore = input.listed.has(entryMark(item.id));
  const verdict = judgeItem(item, known, { ...context, listedBefore });
  if (verdict === 'unchanged') return countedAs(known, input.countFrom);
  if (verdict !== 'new' && verdict !== 'changed') return verdict;
  const page = wantsPage(item, input.fullText ?? 'never') ? awaited(context.now) : undefined;
  const outcome = await storeItem(item, known, { ...context, page, store: deps.store });
  if (outcome === 'stored') return verdict;
  return outcome === 'conflict' ? 'deferred' : outcome;
}

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

  for (const [index, item] of items.entries()) {
    const before = known.get(item.id) ?? null;
    const verdict = await workOn(item, before, { ...input, listed }, deps);
    if (typeof verdict === 'object') {
      deps.log.error('an item could not be stored', { feedId: feed.id, ...verdict });
      rejections.push({ rejection: verdict, mark: entryMark(item.id, item.feedHash) });
    } else counts[verdict]++;
    if (before !== null || verdict === 'new' || verdict === 'expired') stored.push(entryMark(item.id));
    deps.onProgress?.(index + 1, items.length);
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
