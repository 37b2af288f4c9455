import type { Correction, CorrectionDecision } from '../model/correction.ts';
import type { Feed, FeedEvent, FeedState, Host } from '../model/feed.ts';
import type { Day, Instant } from '../model/instant.ts';
import type { ComingDate } from '../model/item.ts';
import type { Removal, RemovalKind } from '../model/removal.ts';
import type { Speaker } from '../model/speaker.ts';
import type { Statement } from '../model/statement.ts';
import type { RollupRepository } from './counts/rollup-repository.ts';
import type { ItemRepository } from './items/item-repository.ts';
import type { Leases } from './jobs/lease.ts';
import type { DeliveryRepository } from './searches/deliveries.ts';
import type { SavedSearchRepository } from './searches/repository.ts';
import type {
  ApiKey,
  FeedEntries,
  ItemEdition,
  Positioned,
  Session,
  SpeakerObservation,
  TimelineRange,
} from './store-shapes.ts';
import type { Occurrence } from './stories/record.ts';
import type { StoryRepository } from './stories/repository.ts';
import type { ReadOptions } from './table/port.ts';
import type { SearchRepository } from './words/search-repository.ts';

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
  /** Of these members of a saying the statements, in their order; one that is gone or belongs to another saying by now is left out. */
  saidAs(
    sayingId: string,
    members: readonly Pick<Occurrence, 'id' | 'itemId' | 'edition' | 'start'>[],
  ): Promise<Statement[]>;
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
