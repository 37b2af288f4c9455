import type { DateMention } from '../../model/date-mention.ts';
import type { Instant } from '../../model/instant.ts';
import type { Item, ItemSummary } from '../../model/item.ts';
import type { Change, ItemBundle, KnownItem, Positioned, TimelineRange } from '../store-shapes.ts';

/** Items with texts, statements, coming dates, changes and copies. */
export interface ItemRepository {
  /** BatchGet; ids that are not stored, or have expired, are missing from the answer. */
  known(ids: string[]): Promise<Map<string, KnownItem>>;
  /**
   * Writes all of the bundle so that a run that dies anywhere can be run again: all that belongs to its edition first, then the item itself on
   * condition of its previous revision, then deletion of what the old edition left. Sets `item.edition`, `item.duplicateOf` and the first `storedAt`
   * from the copies found. Answers `conflict` where the item has moved on, `removed` where an operator has taken it down. What `erased`
   * speakers say is left out.
   */
  save(
    bundle: ItemBundle,
    erased?: ReadonlySet<string>,
  ): Promise<{ outcome: 'stored' | 'conflict' | 'removed'; item: ItemBundle['item'] }>;
  get(id: string): Promise<Item | null>;
  /** The item, and its past and coming dates in text order, of one edition. */
  whole(id: string): Promise<{ item: Item; dates: DateMention[] } | null>;
  summaries(ids: string[]): Promise<Map<string, ItemSummary>>;
  /** Newest first, of all feeds or of one; expired items left out. */
  newest(range: TimelineRange & { feedId?: string | undefined }): AsyncIterable<Positioned<ItemSummary>>;
  /** Ascending by `changedAt`, from that moment on. */
  changes(range: { from: Instant; to?: Instant; after?: string | undefined }): AsyncIterable<Positioned<Change>>;
  /** Items whose page is awaited and whose `nextTryAt` is not after `now`, the longest due first, at most `limit`. */
  duePages(now: Instant, limit: number): Promise<ItemSummary[]>;
  /** Moves the next try of a page, where the item still waits for the one at `expected`; false where it doesn't. */
  putOffPage(id: string, to: { nextTryAt: Instant; pageTries: number }, expected: Instant): Promise<boolean>;
  /** Notes that these rules read the same in that revision; false where the item has moved on. */
  setExtractorVersion(id: string, version: number, revision: number): Promise<boolean>;
  /** Ids of the copies that each of these items has, at most 100 of each kind; those without are missing from the answer. */
  copies(ids: string[]): Promise<Map<string, string[]>>;
  /**
   * Takes away statements, texts, coming dates and changes that no edition owns, and sets `duplicateOf` right from the copies. `changedAt` is the change that led
   * here: an hour after it whoever made it is dead, if the item is not of that moment.
   */
  repair(id: string, changedAt?: Instant): Promise<{ removed: number; duplicateOf: string | null }>;
  /** How many statements and texts of no current edition stand beside the items that have changed since then. */
  stale(range: { from: Instant }): Promise<number>;
  /** Removes the item with everything that belongs to it, and leaves a change that says so. */
  remove(id: string): Promise<void>;
  /** Removes what has expired by `now`, where the table doesn't do so itself; answers the number of records. */
  sweep(now: Instant): Promise<number>;
}
