import type { Instant } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import { type WordBatch, wordBatchRecord } from '../records/word-index.ts';
import type { StoreContext } from '../store-context.ts';
import { keys, type WordKind } from '../table/keys.ts';

/** So many batches are read, and asked for a word, at once. */
export const BATCHES_AT_ONCE = 64;
const MOST_KEPT = 200;

/** Reads the batches that end at or before a moment, from the newest on: at most `BATCHES_AT_ONCE`. */
export type BatchReader = (kind: WordKind, before: Instant) => Promise<WordBatch[]>;

/** A reader that keeps what it has read: what lies before the start of a batch never changes, but for what expires. */
export function createBatchReader(context: StoreContext): BatchReader {
  const kept = new Map<string, WordBatch[]>();
  return async (kind, before) => {
    const name = `${kind} ${before}`;
    const known = kept.get(name);
    if (known) return known;
    const { pk, sk: high } = keys.wordBatch(kind, before);
    const low = high.slice(0, high.indexOf('#') + 1);
    const list = context.table.query({
      index: null,
      partition: pk,
      low,
      high,
      reverse: true,
      pageSize: BATCHES_AT_ONCE + 1,
    });
    const found = (await collect(list, BATCHES_AT_ONCE + 1)).map(wordBatchRecord.decode);
    // What begins just there is not before, or a run that died has begun it and it is no batch yet.
    const batches = found.filter(({ start }) => start !== before).slice(0, BATCHES_AT_ONCE);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(name, batches);
    return batches;
  };
}
