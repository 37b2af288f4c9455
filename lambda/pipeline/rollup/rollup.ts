import { StoreError } from '../../model/errors.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import type { Clock, Log } from '../../model/ports.ts';
import { ROLLUP } from '../../store/counts/repository.ts';
import type { RollupProgress } from '../../store/counts/shapes.ts';
import type { Lease, LeaseRequest } from '../../store/jobs/lease.ts';
import type { Store } from '../../store/store.ts';
import type { Change } from '../../store/store-shapes.ts';
import { cacheChanges } from './cache-changes.ts';
import { type Counting, countDays } from './count-days.ts';
import { indexWords, type WordsReport } from './index-words.ts';

const MINUTE = 60_000;
/**
 * So much of what was counted before is walked again: changes may become visible a little after their own time, and what a writer has left is taken away
 * an hour after it died.
 */
const OVERLAP = 75 * MINUTE;
/** A round begins so long after the one before; a run that is a little early is not to wait for the next one. */
const BETWEEN_ROUNDS = 58 * MINUTE;
/** A run begins nothing after that; what it is at then takes a minute at most. */
const LONGEST_RUN = 7 * MINUTE;
/** Longer than the function may run. */
const LEASE: LeaseRequest = { owner: 'rollup', milliseconds: 12 * MINUTE };
/** So many changes are read at a time, and the checkpoint is saved after so many. */
const CHANGES_AT_A_TIME = 200;
const CHANGES_A_SAVE = 2_000;
/** With so many days to count, these are counted before more changes are read. */
const MOST_DAYS = 5_000;

/** What a rollup works with. */
export interface RollupDependencies {
  store: Store;
  clock: Clock;
  log: Log;
  /** Only where an hour has passed since the last round, or a round has not ended. @default false */
  onlyWhenDue?: boolean;
  lease?: LeaseRequest;
  /** In milliseconds. */
  longestRun?: number;
}

/** What a rollup did. */
export interface RollupReport {
  /**
   * `finished`: all is counted and indexed. `stopped`: its time was over, and the next run goes on. `busy`: another worker is at it, or has taken it over.
   * `not-due`: all was counted within the last hour.
   */
  outcome: 'finished' | 'stopped' | 'busy' | 'not-due';
  changes: number;
  /** Rows that say something else than before. */
  rows: number;
  /** Changes before this moment are in all counts. */
  through: Instant | null;
  words: WordsReport | null;
}

/**
 * Counts anew each day that changed since the last round, and brings the word index up to date. Nothing is ever added to a stored count, one worker at a
 * time holds the lease, and a run that is broken off goes on from its checkpoint:
 *
 * 1. What operators decided and did not come to its end is finished.
 * 2. Changes since the last round: what counting has to know of each article is written, and its day is marked.
 * 3. Days that are marked: rows and facets, one shard after another.
 * 4. Words.
 */
export async function rollup(deps: RollupDependencies): Promise<RollupReport> {
  const { store, log } = deps;
  const nothing = { changes: 0, rows: 0, words: null };
  const progress = await store.rollups.progress();
  const through = progress?.countedThrough ?? null;
  if (deps.onlyWhenDue && !isDue(progress, deps.clock)) return { outcome: 'not-due', through, ...nothing };
  const lease = await store.leases.acquire(ROLLUP, deps.lease ?? LEASE);
  if (!lease) return { outcome: 'busy', through, ...nothing };
  try {
    const report = await work(deps, lease);
    log.info('days are counted and words are indexed', { ...report });
    return report;
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'lease-lost')) throw error;
    log.warn('another worker has taken counting over');
    return { outcome: 'busy', through, ...nothing };
  } finally {
    await lease.release();
  }
}

/** A round is also due where the clock was ahead at the last one. */
function isDue(progress: RollupProgress | null, clock: Clock): boolean {
  if (!progress || progress.round !== null || progress.startedAt === null) return true;
  const since = clock.now() - Date.parse(progress.startedAt);
  return since >= BETWEEN_ROUNDS || since < 0;
}

async function work(
  { store, clock, longestRun = LONGEST_RUN }: RollupDependencies,
  lease: Lease,
): Promise<RollupReport> {
  const end = clock.now() + longestRun;
  const isOver = (): boolean => clock.now() >= end;
  const checkpoint = await store.rollups.open(lease);
  const counting: Counting = { store, lease, checkpoint, isOver };
  let at = checkpoint.progress;
  at = at.round ? await goOn(counting, at, at.round, clock) : await beginRound(counting, at, clock);
  let [changes, rows] = [0, 0];
  do {
    const walked = await walkChanges(counting, at);
    const counted = await countDays(counting, walked.progress);
    at = counted.progress;
    changes += walked.changes;
    rows += counted.rows;
  } while (!isOver() && !at.round?.isWalked);
  if (at.days.length > 0 || !at.round?.isWalked)
    return { outcome: 'stopped', changes, rows, through: at.countedThrough, words: null };
  const words = await indexWords({ store, clock, lease, isOver });
  const through = at.round.to;
  if (!words.complete) return { outcome: 'stopped', changes, rows, through: at.countedThrough, words };
  await checkpoint.save({ ...at, countedThrough: through, finishedAt: toInstant(clock.now()), round: null });
  return { outcome: 'finished', changes, rows, through, words };
}

/** The round, up to now. */
async function goOn(
  { lease, checkpoint }: Counting,
  at: RollupProgress,
  round: NonNullable<RollupProgress['round']>,
  clock: Clock,
): Promise<RollupProgress> {
  const to = toInstant(Math.max(Date.parse(round.to), clock.now()));
  const continued = { ...at, round: { ...round, to, isWalked: false, rewrite: round.rewrite || lease.tookOver } };
  // At once, for this run may end before its first checkpoint and give the lease back, and the next one is to know.
  if (lease.tookOver) await checkpoint.save(continued);
  return continued;
}

async function beginRound({ store, checkpoint }: Counting, at: RollupProgress, clock: Clock): Promise<RollupProgress> {
  const now = toInstant(clock.now());
  const last = at.countedThrough === null ? 0 : Math.max(0, Date.parse(at.countedThrough) - OVERLAP);
  // A clock that was ahead has counted what it could see, and nothing of what came since.
  const from = toInstant(last > clock.now() ? 0 : last);
  // First, for what this writes is to be counted.
  await store.corrections.settle(from);
  const round = { from, to: now, walkedTo: null, isWalked: false, rewrite: false };
  const begun = { ...at, startedAt: now, round };
  await checkpoint.save(begun);
  return begun;
}

/** Reads changes until all are read, the time is over, or there are many days to count. */
async function walkChanges({ store, lease, checkpoint, isOver }: Counting, progress: RollupProgress) {
  let [at, changes, unsaved] = [progress, 0, 0];
  const { round } = at;
  if (!round || round.isWalked) return { progress: at, changes };
  let waiting: Change[] = [];
  let walkedTo = round.walkedTo;
  let isStopped = false;
  const cacheWaiting = async (): Promise<void> => {
    await lease.keep();
    const touched = await cacheChanges(store, lease, waiting, { rewrite: round.rewrite });
    // A day that has changed is counted from its beginning, and may now be the first one.
    if (touched.size > 0) at = { ...at, days: [...new Set([...at.days, ...touched])].sort(), shard: 0 };
    at = { ...at, round: { ...round, walkedTo } };
    changes += waiting.length;
    unsaved += waiting.length;
    waiting = [];
    if (unsaved < CHANGES_A_SAVE) return;
    await checkpoint.save(at);
    unsaved = 0;
  };
  const list = store.items.changes({ from: round.from, to: round.to, after: walkedTo ?? undefined });
  for await (const { position, record } of list) {
    waiting.push(record);
    walkedTo = position;
    if (waiting.length < CHANGES_AT_A_TIME) continue;
    await cacheWaiting();
    isStopped = isOver() || at.days.length >= MOST_DAYS;
    if (isStopped) break;
  }
  if (!isStopped) await cacheWaiting();
  at = { ...at, round: { ...round, walkedTo, isWalked: !isStopped } };
  await checkpoint.save(at);
  return { progress: at, changes };
}
