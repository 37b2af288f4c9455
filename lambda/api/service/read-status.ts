import * as z from 'zod';
import { EXTRACTOR_VERSION } from '../../model/extraction.ts';
import { type FeedState, feedStatusSchema } from '../../model/feed.ts';
import { type Instant, instantSchema, sortableInstant } from '../../model/instant.ts';
import { walk } from '../kernel/lists/walk.ts';
import type { QueryContext } from '../kernel/query-context.ts';

const MOST_IN_STATUS = 5_000;

/** The answer of `/v1/status`. */
export const statusSchema = z.object({
  feeds: z.object({ total: z.int().nonnegative(), byStatus: z.record(feedStatusSchema, z.int().nonnegative()) }),
  lastPollAt: instantSchema.nullable(),
  lastSuccessAt: instantSchema.nullable(),
  lastNewItemAt: instantSchema.nullable(),
  /** Counts by day hold every change up to here. */
  countedThrough: instantSchema.nullable(),
  extractorVersion: z.int().positive(),
  /** True where there are more feeds than were looked at. */
  truncated: z.boolean(),
});
export type Status = z.infer<typeof statusSchema>;

/** How the whole is doing: feeds by status, and the latest of everything. */
export async function readStatus({ store }: Pick<QueryContext, 'store'>): Promise<Status> {
  const states: FeedState[] = [];
  const { truncated, rows } = await walk({
    source: store.feeds.list(),
    limit: MOST_IN_STATUS,
    mostRead: MOST_IN_STATUS,
    keep: () => true,
    join: async (feeds) => {
      const found = await store.feeds.states(feeds.map(({ id }) => id));
      states.push(...found.values());
      return feeds;
    },
  });
  const byStatus = { ok: 0, slow: 0, stale: 0, failing: 0, blocked: 0, gone: 0, paused: 0 };
  for (const { status } of states) byStatus[status] += 1;
  return {
    feeds: { total: rows.length, byStatus },
    lastPollAt: latest(states.map(({ lastPollAt }) => lastPollAt)),
    lastSuccessAt: latest(states.map(({ lastSuccessAt }) => lastSuccessAt)),
    lastNewItemAt: latest(states.map(({ lastNewItemAt }) => lastNewItemAt)),
    countedThrough: await store.rollups.through(),
    extractorVersion: EXTRACTOR_VERSION,
    truncated,
  };
}

function latest(instants: (Instant | null)[]): Instant | null {
  return instants.reduce<Instant | null>(
    (best, one) => (one !== null && (best === null || sortableInstant(one) > sortableInstant(best)) ? one : best),
    null,
  );
}
