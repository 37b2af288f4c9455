import { wantsPage } from '../fulltext/wants-page.ts';
import type { Feed } from '../model/feed.ts';
import { type Instant, isAfter, toInstant } from '../model/instant.ts';
import type { Clock } from '../model/ports.ts';
import type { IngestStore } from '../store/store.ts';
import type { KnownItem } from '../store/store-shapes.ts';
import type { PageState } from './build-bundle.ts';
import { entryFingerprint, judgeItem, type Verdict } from './judge-item.ts';
import { type ItemToStore, type ReadText, type Rejection, type StoreOutcome, storeItems } from './store-items.ts';

/** What a known and unchanged item counts as: stored by a run of the same poll that was broken off, it still is news. */
function countedAs(known: KnownItem | null, from: Instant | null | undefined): Verdict {
  if (known === null || from === undefined) return 'unchanged';
  if (from === null || isAfter(known.storedAt, from)) return 'new';
  // What changed last is the page, which is no news of the feed.
  if (known.fullText === 'page' || known.fullText === 'failed') return 'unchanged';
  // Nor is an operator's correction.
  if (known.correctedAt === known.changedAt) return 'unchanged';
  return isAfter(known.changedAt, from) ? 'changed' : 'unchanged';
}

const awaited = (now: Instant, fromPrivate: boolean): PageState => ({
  ...{ fullText: 'pending', nextTryAt: now, pageTries: 0 },
  ...(fromPrivate ? { fromPrivate } : {}),
});

/** What working on items needs beside the store. */
export interface ItemContext {
  store: IngestStore;
  clock: Clock;
  /** Days that items are kept; 0 for ever. */
  retentionDays: number;
  /** Fingerprints of what the feed's last document held. */
  listed: Set<string>;
  /** Items stored after this moment count as new although they are known. */
  countFrom?: Instant | null | undefined;
  /** Whether the pages of items with little text are to be fetched. */
  fullText: Feed['fullText'];
  /** Whether the document came from a private place alone. */
  fromPrivate?: boolean | undefined;
  /** What reads the texts; `extract` by itself. */
  readText?: ReadText | undefined;
  /** Called as each item is done. */
  onItem(): void;
}

/** Stores those of the items that are new or changed; the verdicts stand in the order of the items. */
export async function workOnItems(items: ItemToStore[], context: ItemContext): Promise<(Verdict | Rejection)[]> {
  const { store, retentionDays, listed, countFrom, fullText, fromPrivate = false, readText, onItem } = context;
  const now = toInstant(context.clock.now());
  const verdicts: (Verdict | Rejection)[] = items.map(({ item, known }) => {
    const listedBefore = listed.has(entryFingerprint(item.id));
    return judgeItem(item, known, { now, retentionDays, listedBefore });
  });
  const wanted = verdicts.flatMap((verdict, index) => (verdict === 'new' || verdict === 'changed' ? [index] : []));
  for (let settled = wanted.length; settled < items.length; settled++) onItem();
  const outcomes = await storeItems(
    wanted.map((index) => {
      const entry = items[index] as ItemToStore;
      return wantsPage(entry.item, fullText) ? { ...entry, page: awaited(now, fromPrivate) } : entry;
    }),
    { now, retentionDays, store, readText, onStored: onItem },
  );
  for (const [place, index] of wanted.entries()) {
    const outcome = outcomes[place] as StoreOutcome;
    if (typeof outcome === 'object') verdicts[index] = outcome;
    else if (outcome !== 'stored') verdicts[index] = outcome === 'conflict' ? 'deferred' : 'removed';
  }
  return verdicts.map((verdict, index) =>
    verdict === 'unchanged' ? countedAs(items[index]?.known ?? null, countFrom) : verdict,
  );
}
