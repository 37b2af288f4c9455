import { type Instant, isAfter, toInstant } from '../../model/instant.ts';
import type { Clock } from '../../model/ports.ts';
import type { Lease } from '../../store/jobs/lease.ts';
import type { Store } from '../../store/store.ts';
import type { Change } from '../../store/store-shapes.ts';

/** Changes may become visible so much after their own time; a closed segment is never written again, and so has none that are younger. */
const SETTLED_AFTER_MILLISECONDS = 15 * 60_000;
/** Fewer changes than this are not closed yet: many small segments would be slow to search and dear to write. */
const LEAST_CHANGES = 500;
/** A closed segment has about so many changes at most, and is held in memory. */
const MOST_CHANGES = 4_000;
/** So many the newest segment has at most, where so much has come just now; the rest is found when it has settled. */
const MOST_NEWEST = 5_000;
const BEGINNING: Instant = '1970-01-01T00:00:00Z';

/** What became of the word index. */
export interface WordsReport {
  /** Closed segments that were written. */
  segments: number;
  /** Changes in these and in the newest segment. */
  changes: number;
  /** False where the time was over: the next run goes on. */
  complete: boolean;
}

/** The changes from one moment on, about `most` of them: those of one moment are never parted. `next` is the moment of the first one left out, or `null`. */
async function changesFrom(store: Store, from: Instant, to: Instant, most: number) {
  const changes: Change[] = [];
  for await (const { record } of store.items.changes({ from, to })) {
    if (changes.length >= most && record.changedAt !== changes.at(-1)?.changedAt) {
      return { changes, next: record.changedAt };
    }
    changes.push(record);
  }
  return { changes, next: null };
}

/**
 * Brings the word index up to date: what has settled goes into closed segments, and what is younger, or too little for one, into the newest, which takes
 * the place of the one before. A run that is broken off goes on from the last state, and what no state leads to is removed behind it. Closed segments are written
 * once: where one has gone missing, the index begins anew.
 */
export async function indexWords({
  store,
  clock,
  lease,
  isOver,
}: {
  store: Store;
  clock: Clock;
  lease: Lease;
  isOver(): boolean;
}): Promise<WordsReport> {
  const now = toInstant(clock.now());
  const settled = toInstant(clock.now() - SETTLED_AFTER_MILLISECONDS);
  let start = (await store.search.state())?.closedThrough ?? BEGINNING;
  let closed = 0;
  let isAnew = false;
  for (let segments = 0; ; segments++) {
    if (isOver()) return { segments, changes: closed, complete: false };
    await lease.keep();
    const { changes, next } = isAfter(settled, start)
      ? await changesFrom(store, start, settled, MOST_CHANGES)
      : { changes: [], next: null };
    if (changes.length < LEAST_CHANGES) {
      const newest = await changesFrom(store, start, now, MOST_NEWEST);
      await store.search.setNewest(lease, newest.changes, newest.next ?? now);
      await store.search.removeUnused(lease, isOver);
      if (!isAnew && (await store.search.check()).missing.length > 0) {
        await store.search.reset(lease);
        [start, isAnew] = [BEGINNING, true];
        continue;
      }
      return { segments, changes: closed + newest.changes.length, complete: true };
    }
    start = next ?? settled;
    await store.search.addClosed(lease, changes, start);
    closed += changes.length;
  }
}
