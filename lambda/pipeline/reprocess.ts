import { EXTRACTOR_VERSION } from '../model/extraction.ts';
import { type Instant, toInstant } from '../model/instant.ts';
import type { Item } from '../model/item.ts';
import type { Clock, Log } from '../model/ports.ts';
import type { Store } from '../store/store.ts';
import { feedsOwn } from './page-item.ts';
import { differenceOf } from './reread-item.ts';
import { prepareItem, type Rejection, storeItems } from './store-items.ts';

const MILLISECONDS_A_DAY = 86_400_000;
const ITEMS_AT_ONCE = 8;

/** Which stored items are read again. */
export interface ReprocessOptions {
  /** By `sortAt`: `from` inclusive, `to` exclusive. */
  from?: Instant | undefined;
  to?: Instant | undefined;
  feedId?: string | undefined;
  /** Also those that the present rules have read. */
  all: boolean;
  /** Only tells what would change. */
  dryRun: boolean;
}

/** What reading again has brought. */
export interface ReprocessReport {
  /** Items that were read again, and those of them that changed. */
  items: number;
  changedItems: number;
  addedStatements: number;
  removedStatements: number;
  reattributedStatements: number;
  /** Items that others changed meanwhile, or that were removed: the next run looks at them. */
  missedItems: number;
  rejected: Rejection[];
}

/** What reprocess works with. */
export interface ReprocessDependencies {
  store: Store;
  clock: Clock;
  log: Log;
  onProgress?: (done: number, total: number) => void;
}

/**
 * Reads stored items again by the present rules. One whose reading is the same gets no new revision, only the version of the rules; the others are written
 * as a poll would write them, with their ids, copies and corrections. A run that is broken off is simply run again. Throws StoreError where the table fails.
 */
export async function reprocess(options: ReprocessOptions, deps: ReprocessDependencies): Promise<ReprocessReport> {
  const report: ReprocessReport = {
    ...{ items: 0, changedItems: 0, addedStatements: 0, removedStatements: 0, reattributedStatements: 0 },
    ...{ missedItems: 0, rejected: [] },
  };
  const ids: string[] = [];
  for await (const { record } of deps.store.items.newest(options)) {
    if (options.all || record.extractorVersion < EXTRACTOR_VERSION) ids.push(record.id);
  }
  for (let start = 0; start < ids.length; start += ITEMS_AT_ONCE) {
    const some = ids.slice(start, start + ITEMS_AT_ONCE);
    await Promise.all(some.map((id) => rereadOne(id, options.dryRun, report, deps)));
    deps.onProgress?.(Math.min(start + ITEMS_AT_ONCE, ids.length), ids.length);
  }
  return report;
}

async function rereadOne(
  id: string,
  dryRun: boolean,
  report: ReprocessReport,
  { store, clock, log }: ReprocessDependencies,
): Promise<void> {
  const [whole, known] = [await store.items.whole(id), (await store.items.known([id])).get(id)];
  if (!whole || !known || whole.item.revision !== known.revision) {
    report.missedItems += 1;
    return;
  }
  const { item, dates } = whole;
  const { fullText, nextTryAt, pageTries } = item;
  const entry = { item: feedsOwn(item), known, page: { fullText, nextTryAt, pageTries } };
  const context = { now: toInstant(clock.now()), retentionDays: retentionOf(item), isReread: true };
  const stored = { item, statements: await store.statements.ofItem(id), dates };
  const difference = differenceOf(stored, prepareItem(entry, context).bundle);
  report.items += 1;
  if (!difference.isChanged) {
    const isNews = item.extractorVersion !== EXTRACTOR_VERSION && !dryRun;
    if (isNews) await store.items.setExtractorVersion(id, EXTRACTOR_VERSION, item.revision);
    return;
  }
  const [outcome] = dryRun ? (['stored'] as const) : await storeItems([entry], { ...context, store });
  if (typeof outcome === 'object') {
    log.error('an item could not be read again', { ...outcome });
    report.rejected.push(outcome);
  } else if (outcome !== 'stored') report.missedItems += 1;
  else {
    report.changedItems += 1;
    report.addedStatements += difference.added;
    report.removedStatements += difference.removed;
    report.reattributedStatements += difference.reattributed;
  }
}

/** Days that an item is kept, as it was decided when it was stored; 0 for ever. */
function retentionOf({ expiresAt, storedAt }: Item): number {
  return expiresAt === null ? 0 : (Date.parse(expiresAt) - Date.parse(storedAt)) / MILLISECONDS_A_DAY;
}
