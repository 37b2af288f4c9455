import { isDeepStrictEqual } from 'node:util';
import { StoreError } from '../../model/errors.ts';
import { type Instant, laterOf, toInstant } from '../../model/instant.ts';
import type { Log, Poster } from '../../model/ports.ts';
import type { Search } from '../../model/search.ts';
import { collect } from '../../store/collect.ts';
import type { Lease, LeaseRequest } from '../../store/jobs/lease.ts';
import { NOTIFY, type NotifyProgress } from '../../store/searches/notify-progress.ts';
import { deliver } from './deliver.ts';
import { type Matching, matchChanges } from './match-changes.ts';
import { openMatched } from './matched-changes.ts';

/** So much of what was walked before is walked again: the item of a slow writer becomes visible long after its change. */
const OVERLAP = 75 * 60_000;
/** A run begins nothing after that; what it is at then takes some seconds. */
const LONGEST_RUN = 40_000;
/** Longer than the function may run. */
const LEASE: LeaseRequest = { owner: 'notify', milliseconds: 90_000 };

/** What notifying works with. */
export interface NotifyDependencies extends Matching {
  log: Log;
  poster: Poster;
  lease?: LeaseRequest;
  /** In milliseconds. */
  longestRun?: number;
  /** True where the process is about to end: nothing more is begun. */
  isStopped?: () => boolean;
}

/** What a run did. */
export interface NotifyReport {
  /** `idle`: no search sends anything. `busy`: another worker is at it, or has taken it over. `stopped`: its time was over, and the next run goes on. */
  outcome: 'finished' | 'stopped' | 'busy' | 'idle';
  /** Articles that were compared with the searches. */
  items: number;
  /** Deliveries that were added. */
  told: number;
  sent: number;
  failed: number;
  /** Channels that are paused, for they failed for days. */
  pausedChannels: number;
}

const NOTHING = { items: 0, told: 0, sent: 0, failed: 0, pausedChannels: 0 };

/**
 * Tells people what their searches find. One worker at a time holds the lease:
 *
 * 1. Changes of the last 75 minutes, but for those matched before: a delivery is added for each statement that a search matches.
 * 2. The checkpoint says what was matched. A run that dies before matches it again, and adds nothing twice.
 * 3. What is due is sent.
 * 4. The checkpoint says which channels fail.
 */
export async function notify(deps: NotifyDependencies): Promise<NotifyReport> {
  const { store, log } = deps;
  const searches = (await collect(store.savedSearches.list())).map(({ record }) => record);
  if (!searches.some(sends)) return { outcome: 'idle', ...NOTHING };
  const lease = await store.leases.acquire(NOTIFY, deps.lease ?? LEASE);
  if (!lease) return { outcome: 'busy', ...NOTHING };
  try {
    const report = await work(deps, lease, searches);
    log.info('searches were matched and deliveries sent', { ...report });
    return report;
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'lease-lost')) throw error;
    log.warn('another worker has taken notifying over');
    return { outcome: 'busy', ...NOTHING };
  } finally {
    await lease.release();
  }
}

const sends = ({ channels }: Search): boolean => channels.some(({ kind }) => kind !== 'feed');

async function work(deps: NotifyDependencies, lease: Lease, searches: readonly Search[]): Promise<NotifyReport> {
  const { store, clock, longestRun = LONGEST_RUN, isStopped = () => false } = deps;
  const started = clock.now();
  const goOn = async (): Promise<boolean> => {
    await lease.keep();
    return !isStopped() && clock.now() - started < longestRun;
  };
  const checkpoint = await store.deliveries.open(lease);
  const before = checkpoint.progress;
  const matched = openMatched(before.matched);
  const active = searches.filter((search) => !search.paused && sends(search));
  const walk = { from: startOf(before, active, started), searches: active, matched, goOn };
  const { stoppedAt, items, deliveries: told } = await matchChanges(deps, walk);
  const through = stoppedAt ?? toInstant(started);
  const walked = { ...before, through, matched: matched.recent(Math.min(started, Date.parse(through))) };
  await checkpoint.save(walked);
  const failing = { ...before.failing };
  const { sent, failed } = await deliver({ ...deps, searches, failing, goOn });
  const now = ofSearches(failing, searches);
  if (!isDeepStrictEqual(now, before.failing)) await checkpoint.save({ ...walked, failing: now });
  const outcome = stoppedAt === null && (await goOn()) ? 'finished' : 'stopped';
  const pausedChannels = Object.values(now).filter(({ pausedAt }) => pausedAt !== null).length;
  return { outcome, items, told, sent, failed, pausedChannels };
}

/** Where the walk begins: 75 minutes before the end of the last one, and not before the first search was saved. */
function startOf({ through }: NotifyProgress, active: readonly Search[], now: number): Instant {
  const known = Math.min(now, through === null ? now : Date.parse(through));
  const since = Math.min(...active.map(({ activeSince }) => Date.parse(activeSince)));
  const walked = toInstant(Math.max(0, known - OVERLAP));
  // A search that was saved by a clock that was ahead chooses nothing.
  return Number.isFinite(since) && since <= now ? laterOf(walked, toInstant(since)) : walked;
}

/** Without channels that are gone. */
function ofSearches(failing: NotifyProgress['failing'], searches: readonly Search[]): NotifyProgress['failing'] {
  const ids = new Set(searches.flatMap(({ channels }) => channels.map(({ id }) => id)));
  return Object.fromEntries(Object.entries(failing).filter(([id]) => ids.has(id)));
}
