import type { Day, Instant } from '../../model/instant.ts';
import type { Checkpoint } from '../jobs/checkpoint.ts';
import type { Lease } from '../jobs/lease.ts';
import type { FacetSums } from './facet-sums.ts';
import type { CachedCounts, CachedPlace, CountRow, FacetKind, RollupProgress } from './shapes.ts';
import type { DayPart } from './write-day-part.ts';

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
