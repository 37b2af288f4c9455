import { stopIfAborted } from '../common/until-aborted.ts';
import type { Feed } from '../model/feed.ts';
import { type Instant, toInstant } from '../model/instant.ts';
import type { NormalisedItem } from '../model/item.ts';
import type { Clock, Log } from '../model/ports.ts';
import type { IngestStore } from '../store/store.ts';
import type { FeedEntries, KnownItem } from '../store/store-shapes.ts';
import type { DocumentReport } from './document-report.ts';
import { entryFingerprint, type Verdict } from './judge-item.ts';
import { type ReadDocument, readDocument, sharedFingerprint } from './read-document.ts';
import type { ReadText, Rejection } from './store-items.ts';
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
  /** Whether they came from a private place alone, so that pages in private places may be asked; not by default. */
  fromPrivate?: boolean | undefined;
}

/** What ingesting a document needs. */
export interface DocumentDependencies {
  store: IngestStore;
  clock: Clock;
  log: Log;
  /** Days that items are kept; 0 for ever. */
  retentionDays: number;
  /** What reads the texts; `extract` by itself. */
  readText?: ReadText | undefined;
  /** What reads the document; `readDocument` by default. */
  readFeed?: typeof readDocument | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** Aborting it ends the work between items with an InterruptedError. */
  signal?: AbortSignal | undefined;
}

/** So many items are extracted, and then stored side by side: the table answers each of an item's writes in its own time. */
const ITEMS_AT_ONCE = 8;

function isOther(item: NormalisedItem, known: KnownItem | undefined): boolean {
  return known !== undefined && known.feedHash !== item.feedHash;
}

/**
 * The items under the ids that they are stored with: one that was alone with its guid or address at first, and shares it now, is told by
 * its text or its time.
 */
async function withFormerIds(
  { items, formerIds }: Pick<ReadDocument, 'items' | 'formerIds'>,
  { items: stored }: IngestStore,
): Promise<NormalisedItem[]> {
  if (formerIds.size === 0) return items;
  const known = await stored.known([...new Set([...formerIds.keys(), ...formerIds.values()])]);
  const taken = new Set(items.map(({ id }) => id));
  return items.map((item) => {
    const former = known.get(formerIds.get(item.id) ?? '');
    if (former === undefined || known.has(item.id) || taken.has(former.id)) return item;
    if (former.feedHash !== item.feedHash && former.sortAt !== item.feedPublishedAt) return item;
    taken.add(former.id);
    return { ...item, id: former.id };
  });
}

/**
 * Leaves only these entries settled. Before an item changes: should this run die behind the change, and the feed go back to what it was, the list would
 * hide that the table has it otherwise.
 */
async function unsettle(
  same: NormalisedItem[],
  { feed, entries }: Pick<FeedBytes, 'feed' | 'entries'>,
  store: IngestStore,
) {
  if (same.length === entries.settled.length) return;
  const settled = same.map(({ id, feedHash }) => entryFingerprint(id, feedHash)).toSorted();
  await store.feeds.putEntries(feed.id, { ...entries, settled });
}

/**
 * Reads a feed document and stores what is new or changed in it; each item stands for itself, and one that cannot be worked on is in
 * `rejected`. Writes items and speakers: the event, the state and the list of last entries are the caller's, but for what must go from that list before
 * an item changes. Running it again changes nothing. Throws FeedParseError for bytes that are no feed, and StoreError where the table fails.
 */
export async function ingestDocument(input: FeedBytes, deps: DocumentDependencies): Promise<DocumentReport> {
  const { feed, bytes, headers, url = feed.url, entries } = input;
  const fetchedAt = toInstant(deps.clock.now());
  const listed = new Set(entries.stored);
  const { readFeed = readDocument } = deps;
  const read = await readFeed(bytes, { feed, url, headers, fetchedAt, listed });
  const { document, rejected, shared } = read;
  const items = await withFormerIds(read, deps.store);
  const settledBefore = new Set(entries.settled);
  const isSettled = ({ id, feedHash }: NormalisedItem): boolean => settledBefore.has(entryFingerprint(id, feedHash));
  const known = await deps.store.items.known(items.filter((item) => !isSettled(item)).map(({ id }) => id));
  if (items.some((item) => isOther(item, known.get(item.id)))) {
    await unsettle(items.filter(isSettled), { feed, entries }, deps.store);
  }
  const rejections = rejected.map((rejection) => ({
    rejection,
    fingerprint: entryFingerprint(rejection.entry, rejection.code),
  }));
  const counts: Record<Verdict, number> = {
    new: 0,
    changed: 0,
    unchanged: 0,
    deferred: 0,
    expired: 0,
    'too-old': 0,
    removed: 0,
  };
  const stored: string[] = shared.map(sharedFingerprint);
  const settled: string[] = [];

  let done = 0;
  const onItem = (): void => deps.onProgress?.(++done, items.length);
  // By id, the order in which copies of one moment count: a run that was broken off and run again finds the same original.
  const ordered = items.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  for (let start = 0; start < ordered.length; start += ITEMS_AT_ONCE) {
    stopIfAborted(deps.signal);
    const some = ordered.slice(start, start + ITEMS_AT_ONCE);
    const [same, others] = [some.filter(isSettled), some.filter((item) => !isSettled(item))];
    for (const { id, feedHash } of same) {
      onItem();
      counts.unchanged++;
      stored.push(entryFingerprint(id));
      settled.push(entryFingerprint(id, feedHash));
    }
    const entriesOf = others.map((item) => ({ item, known: known.get(item.id) ?? null }));
    const { countFrom, fullText = 'never', fromPrivate } = input;
    const verdicts = await workOnItems(entriesOf, { ...deps, listed, countFrom, fullText, fromPrivate, onItem });
    for (const [index, { item, known: before }] of entriesOf.entries()) {
      const verdict = verdicts[index] as Verdict | Rejection;
      if (typeof verdict === 'object') {
        deps.log.error('an item could not be stored', { feedId: feed.id, ...verdict });
        rejections.push({ rejection: verdict, fingerprint: entryFingerprint(item.id, item.feedHash) });
      } else counts[verdict]++;
      if (before !== null || verdict === 'new' || verdict === 'expired' || verdict === 'removed')
        stored.push(entryFingerprint(item.id));
      // Not what has just been stored: should this run die, the next one must see that it was.
      if (before !== null && verdict === 'unchanged') settled.push(entryFingerprint(item.id, item.feedHash));
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
    skippedItems: counts.expired + counts['too-old'] + counts.removed,
    deferredItems: counts.deferred,
    rejected: rejections.map(({ rejection }) => rejection),
    newlyRejected: rejections
      .filter(({ fingerprint }) => !rejectedBefore.has(fingerprint))
      .map(({ rejection }) => rejection),
    entries: {
      stored: stored.toSorted(),
      rejected: [...new Set(rejections.map(({ fingerprint }) => fingerprint))].toSorted(),
      settled: settled.toSorted(),
    },
  };
}
