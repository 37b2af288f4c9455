import type { Correction, CorrectionDecision } from '../model/correction.ts';
import type { DateMention } from '../model/date-mention.ts';
import type { Feed, FeedEvent, FeedState, Host } from '../model/feed.ts';
import type { Day, Instant } from '../model/instant.ts';
import type { ComingDate, Item, ItemSummary } from '../model/item.ts';
import type { Removal, RemovalKind } from '../model/removal.ts';
import type { Speaker } from '../model/speaker.ts';
import type { Statement } from '../model/statement.ts';
import type { FacetSums } from './counts/facet-sums.ts';
import type { CachedCounts, CachedPlace, CountRow, FacetKind, RollupProgress } from './counts/shapes.ts';
import type { DayPart } from './counts/write-day-part.ts';
import type { Checkpoint } from './jobs/checkpoint.ts';
import type { Lease, Leases } from './jobs/lease.ts';
import type { DeliveryRepository } from './searches/deliveries.ts';
import type { SavedSearchRepository } from './searches/repository.ts';
import type {
  ApiKey,
  Change,
  FeedEntries,
  ItemBundle,
  ItemEdition,
  KnownItem,
  Positioned,
  SearchQuery,
  SearchResult,
  Session,
  SpeakerObservation,
  TimelineRange,
} from './store-shapes.ts';
import type { StoryRepository } from './stories/repository.ts';
import type { ReadOptions } from './table/port.ts';
import type { WordIndexCheck } from './words/check-index.ts';
import type { WordState } from './words/record.ts';

/** Feeds with their states, last entries and event logs. */
export interface FeedRepository {
  /** Writes the feed, and its first state where it has none: due at once, or never while paused. */
  put(feed: Feed): Promise<void>;
  get(id: string, options?: ReadOptions): Promise<Feed | null>;
  /** Eventually consistent; those that there are. */
  many(ids: string[]): Promise<Map<string, Feed>>;
  /** By title. */
  list(after?: string): AsyncIterable<Positioned<Feed>>;
  /** Removes the feed, its state, last entries and events; not its items. */
  remove(id: string): Promise<void>;
  state(id: string, options?: ReadOptions): Promise<FeedState | null>;
  states(ids: string[], options?: ReadOptions): Promise<Map<string, FeedState>>;
  /** Replaces the state if its `nextPollAt` is still the expected one; false if another worker was first. */
  saveState(state: FeedState, expectedNextPollAt: Instant | null): Promise<boolean>;
  /** Feeds that are due (`common/is-due.ts`), the longest due first, at most `limit`. */
  due(now: Instant, limit: number): Promise<Pick<FeedState, 'feedId' | 'nextPollAt'>[]>;
  entries(id: string, options?: ReadOptions): Promise<FeedEntries>;
  putEntries(id: string, entries: FeedEntries): Promise<void>;
  addEvent(event: FeedEvent): Promise<void>;
  /** Newest first. */
  events(id: string, limit: number): Promise<FeedEvent[]>;
}

/** Records that hold for a host. */
export interface HostRepository {
  get(name: string, options?: ReadOptions): Promise<Host | null>;
  put(host: Host): Promise<void>;
}

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

/** Statements in lists; readers drop those whose edition is not their item's. */
export interface StatementRepository {
  /** Newest first (by the item's sortAt, then the order in the text): of all, of one speaker, one feed or one saying. */
  newest(
    range: TimelineRange & {
      speakerId?: string | undefined;
      feedId?: string | undefined;
      sayingId?: string | undefined;
    },
  ): AsyncIterable<Positioned<Statement>>;
  /** In text order. */
  ofItem(itemId: string): Promise<Statement[]>;
  /** Those of a saying, in the order of publication, at most 500; one that belongs to another saying by now is left out. */
  ofSaying(sayingId: string, most?: number): Promise<Statement[]>;
  /** Those of each of these editions, in text order. */
  ofEditions(editions: readonly ItemEdition[]): Promise<Statement[][]>;
}

/** Persons and organisations across articles, each under the id that articles give; `merges` tells which of them are one. */
export interface SpeakerRepository {
  /** With all that is counted of them. */
  get(id: string): Promise<Speaker | null>;
  /** With all that is counted of them: one query each. */
  many(ids: string[]): Promise<Map<string, Speaker>>;
  /** As their records have them: with names, and without what is counted. */
  named(ids: string[]): Promise<Map<string, Speaker>>;
  /** Speakers, as their records have them, with a word of their name that begins with each of these words (two letters at least), by name. */
  find(words: string[], limit: number): Promise<Speaker[]>;
  /** Adds what is new of these speakers; writes nothing where nothing is. Answers the ids of all that are erased, of whom nothing is added. */
  record(observations: SpeakerObservation[]): Promise<Set<string>>;
  /** What the operator has decided: ids that are joined to another, with that other's id, which is joined to none. */
  merges(): Promise<Map<string, string>>;
  /**
   * Joins a speaker to another until it is split off; nothing else ever changes that. Again changes nothing. Throws NotFoundError
   * `unknown-speaker`, and InputError where this would make a chain or circle (`merged-already`, `has-merged`, `same-speaker`) or be one too
   * many (`too-many-merges`).
   */
  merge(id: string, into: string): Promise<void>;
  /** Undoes a merge, and answers what the speaker was joined to; throws InputError `not-merged`. */
  split(id: string): Promise<string>;
}

/** What operators have corrected in statements; it outlives every extraction of their articles, and the articles too. */
export interface CorrectionRepository {
  /**
   * Corrects a statement, in the place of an earlier correction of it, and makes lists and counts show that; run again after a death anywhere it ends
   * the same. Answers the statement as it now is; `null` where the correction is orphaned. Throws NotFoundError `unknown-item` and
   * `unknown-statement`, and InputError `words-not-in-text` and `too-many-corrections`.
   */
  put(request: CorrectionRequest): Promise<{ correction: Correction; statement: Statement | null }>;
  /** Takes a correction back, so that what the rules found is shown again; throws NotFoundError `unknown-correction`. */
  withdraw(itemId: string, statementId: string): Promise<void>;
  /** Newest first. */
  newest(after?: string): AsyncIterable<Positioned<Correction>>;
  /** Finishes what was decided or taken back from that moment on, where a run died before its article showed it; answers how many articles it looked at. */
  settle(from: Instant): Promise<number>;
}

/** What operators have taken down, for good or until they restore it. */
export interface RemovalRepository {
  /**
   * Takes an article down, or erases a speaker with all who are joined to them: their statements in all articles, names and counts. Nothing that is polled
   * later brings it back. Again changes nothing but what a run that died has left. Throws NotFoundError `unknown-item` and `unknown-speaker`.
   */
  remove(wish: Pick<Removal, 'kind' | 'id' | 'reason' | 'by'>): Promise<Removal>;
  /**
   * Brings back what was taken away, within 30 days; statements of a speaker as far as their articles still have the words. Throws NotFoundError
   * `unknown-removal`, and InputError `not-held` where the content is gone.
   */
  restore(kind: RemovalKind, id: string): Promise<Removal>;
  /** Deletes what was kept aside for restoring, at once; the removal holds. Throws NotFoundError `unknown-removal`. */
  purge(kind: RemovalKind, id: string): Promise<Removal>;
  /** Newest first. */
  newest(after?: string): AsyncIterable<Positioned<Removal>>;
}

/** A decision on a statement, by whom. */
export type CorrectionRequest = CorrectionDecision & Pick<Correction, 'itemId' | 'statementId' | 'by'>;

/** Days ahead that articles speak of. */
export interface ComingDateRepository {
  /** Ascending by date, from `from` to before `to`. */
  coming(range: { from: Day; to?: Day | undefined; after?: string | undefined }): AsyncIterable<Positioned<ComingDate>>;
  /** Those of these editions; those of one item in text order. */
  ofEditions(editions: readonly ItemEdition[]): Promise<ComingDate[]>;
}

/** Counts by day, recomputed and never incremented. What writes them holds the lease of the job. */
export interface RollupRepository {
  /** How far the days are counted; `null` where nothing is, or not what this version counts. */
  progress(): Promise<RollupProgress | null>;
  /** Changes before this moment are in all counts; `null` before the first count has ended. */
  through(): Promise<Instant | null>;
  /** All days of one subject that have something, ascending. */
  ofSubject(subject: string, from?: Day): Promise<CountRow[]>;
  /** All rows of a day that have something, by subject. */
  ofDay(day: Day): Promise<CountRow[]>;
  /** All values of a kind with their sums over a stretch of days, both ends inclusive. */
  facetSums(kind: FacetKind, from?: Day, to?: Day): Promise<FacetSums>;
  /** Days that have something of that kind, ascending: from `from` to before `to`. */
  days(kind: 'items' | 'statements' | 'changed' | 'mentioned', from?: Day, to?: Day): Promise<Day[]>;
  /** Opens the checkpoint. */
  open(lease: Lease): Promise<Checkpoint<RollupProgress>>;
  /** What counting knows of these articles, in no order; those that it knows. */
  cached(places: readonly CachedPlace[]): Promise<CachedCounts[]>;
  /** What counting knows of all articles of a day. */
  cachedOfDay(day: Day): AsyncIterable<CachedCounts>;
  putCached(lease: Lease, counts: readonly { cached: CachedCounts; expiresAt: Instant | null }[]): Promise<void>;
  /** Replaces what is stored of some shards of a day, and answers how many rows say something else; with `rewrite`, all rows are written. */
  putDayPart(lease: Lease, part: DayPart, options: { rewrite: boolean }): Promise<number>;
}

/** The word index: closed segments of changes, written once, and a newest one, which each run replaces. What writes it holds the lease of the job. */
export interface SearchRepository {
  /** How far the index is; `null` where there is none. */
  state(): Promise<WordState | null>;
  /** Adds a closed segment of all changes behind the last one, up to before `end`. */
  addClosed(lease: Lease, changes: readonly Change[], end: Instant): Promise<void>;
  /** Makes the newest segment of all changes behind the last closed one, up to before `end`; what it replaces can be read until the next run. */
  setNewest(lease: Lease, changes: readonly Change[], end: Instant): Promise<void>;
  /** Removes segments that no state leads to, as far as there is time. */
  removeUnused(lease: Lease, isOver: () => boolean): Promise<void>;
  /** Begins the index anew; until it is made, it can't tell. */
  reset(lease: Lease): Promise<void>;
  /** Compares the state with the segments. */
  check(): Promise<WordIndexCheck>;
  /** Statements whose words, or whose speaker's name, role and affiliation may have the words; `null` where the index can't tell. */
  statements(query: SearchQuery): Promise<SearchResult<Statement> | null>;
  /** Items whose title, summary and tags may have the words; `null` where the index can't tell. */
  items(query: SearchQuery): Promise<SearchResult<ItemSummary> | null>;
}

/** Keys of the HTTP API. */
export interface KeyRepository {
  put(key: ApiKey): Promise<void>;
  get(sha256: string): Promise<ApiKey | null>;
  list(): Promise<ApiKey[]>;
  revoke(sha256: string): Promise<boolean>;
}

/** Sessions of the pages. */
export interface SessionRepository {
  put(session: Session): Promise<void>;
  /** `null` for one that has expired, too. */
  get(sha256: string): Promise<Session | null>;
  remove(sha256: string): Promise<void>;
}

/** The part of the store that polling needs. */
export interface IngestStore {
  feeds: FeedRepository;
  hosts: HostRepository;
  items: ItemRepository;
  speakers: SpeakerRepository;
}

/** The table, as the other rooms see it. */
export interface Store extends IngestStore {
  statements: StatementRepository;
  dates: ComingDateRepository;
  rollups: RollupRepository;
  search: SearchRepository;
  stories: StoryRepository;
  leases: Leases;
  corrections: CorrectionRepository;
  removals: RemovalRepository;
  keys: KeyRepository;
  sessions: SessionRepository;
  savedSearches: SavedSearchRepository;
  deliveries: DeliveryRepository;
}
