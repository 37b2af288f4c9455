import { type Instant, isAfter, toInstant } from '../model/instant.ts';
import type { Clock } from '../model/ports.ts';
import type { Store } from '../store/store.ts';
import type { Change } from '../store/store-shapes.ts';

/** Changes may become visible so much after their own time; a batch is for good, and so has none that are younger. */
const SETTLED_AFTER_MILLISECONDS = 15 * 60_000;
/** Fewer changes than this make no batch yet: many small ones would be slow to search and dear to write. */
const LEAST_CHANGES = 500;
/** A batch has about so many changes at most, and is held in memory. */
const MOST_CHANGES = 4_000;
/** What stays open at most, and is held in memory, where so much has come just now; the rest is found when it has settled. */
const MOST_OPEN = 5_000;
/** A run makes so many batches; what is left is the next one's. */
const MOST_BATCHES = 25;
const BEGINNING: Instant = '1970-01-01T00:00:00Z';

/** What became of the word index. */
export interface WordsReport {
  batches: number;
  /** Changes in these batches, and in the open segment. */
  changes: number;
  /** Whether all changes that there are have been indexed. */
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
 * Brings the word index up to date: what has settled goes into batches, each written once, and what is younger, or too little for a batch, into the
 * open segment, which is written anew. A run that is broken off is simply run again: a batch counts only when it is written as a whole.
 */
export async function indexWords({ store, clock }: { store: Store; clock: Clock }): Promise<WordsReport> {
  const now = toInstant(clock.now());
  const settled = toInstant(clock.now() - SETTLED_AFTER_MILLISECONDS);
  let start = (await store.search.batchedThrough()) ?? BEGINNING;
  let batched = 0;
  for (let batches = 0; ; batches++) {
    const { changes, next } = isAfter(settled, start)
      ? await changesFrom(store, start, settled, MOST_CHANGES)
      : { changes: [], next: null };
    if (changes.length < LEAST_CHANGES) {
      const open = await changesFrom(store, start, now, MOST_OPEN);
      await store.search.setOpen(open.changes, { start, end: open.next ?? now });
      return { batches, changes: batched + open.changes.length, complete: open.next === null };
    }
    if (batches >= MOST_BATCHES) return { batches, changes: batched, complete: false };
    const end = next ?? settled;
    await store.search.addBatch(changes, { start, end });
    batched += changes.length;
    start = end;
  }
}
