import type { Instant } from '../../model/instant.ts';
import type { ItemSummary } from '../../model/item.ts';
import type { Statement } from '../../model/statement.ts';
import type { Lease } from '../jobs/lease.ts';
import type { Change, SearchQuery, SearchResult } from '../store-shapes.ts';
import type { WordIndexCheck } from './check-index.ts';
import type { WordState } from './record.ts';

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
