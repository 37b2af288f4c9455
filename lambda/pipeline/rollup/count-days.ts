import type { RollupProgress } from '../../store/counts/shapes.ts';
import { SUBJECT_SHARDS } from '../../store/counts/subject.ts';
import type { Checkpoint } from '../../store/jobs/checkpoint.ts';
import type { Lease } from '../../store/jobs/lease.ts';
import type { Store } from '../../store/store.ts';
import { createDayTally } from './day-tally.ts';

/** What a count needs: the job's lease and checkpoint, and when to stop. */
export interface Counting {
  store: Store;
  lease: Lease;
  checkpoint: Checkpoint<RollupProgress>;
  /** Whether nothing new is to be begun. */
  isOver(): boolean;
}

/**
 * Counts the days of the checkpoint, each from the cached counts of its articles, and saves the checkpoint after each shard of a day, or after a small day. Answers how far
 * it came, and how many rows were written.
 */
export async function countDays(
  { store, lease, checkpoint, isOver }: Counting,
  progress: RollupProgress,
): Promise<{ progress: RollupProgress; rows: number }> {
  const rewrite = progress.round?.rewrite ?? false;
  const titleOf = progress.days.length > 0 ? await feedTitles(store) : (id: string) => id;
  let [at, rows] = [progress, 0];
  for (let [day] = at.days; day !== undefined && !isOver(); [day] = at.days) {
    const tally = createDayTally(day, { firstShard: at.shard, titleOf });
    for await (const cached of store.rollups.cachedOfDay(day)) tally.add(cached);
    for (const { next, ...part } of tally.parts()) {
      await lease.keep();
      rows += await store.rollups.putDayPart(lease, part, { rewrite });
      const isLast = next === SUBJECT_SHARDS;
      at = { ...at, shard: isLast ? 0 : next, days: isLast ? at.days.slice(1) : at.days };
      await checkpoint.save(at);
    }
  }
  return { progress: at, rows };
}

/** Titles of feeds; the id stands for a feed that is no more. */
async function feedTitles({ feeds }: Store): Promise<(id: string) => string> {
  const titles = new Map<string, string>();
  for await (const { record } of feeds.list()) titles.set(record.id, record.title);
  return (id) => titles.get(id) || id;
}
