import { firstState } from '../../common/first-state.ts';
import type { FeedState } from '../../model/feed.ts';
import { type Instant, sortableInstant, toInstant } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import { keys, partitions } from '../keys.ts';
import { feedRecord } from '../records/feed.ts';
import { feedStateRecord } from '../records/feed-state.ts';
import type { FeedRepository } from '../store.ts';
import { getRecord, putRecord, type TableContext } from '../table.ts';
import { batchGet, batchWrite } from '../table-batches.ts';
import { queryRecords } from '../table-queries.ts';
import { decoded, readPartition } from '../timeline.ts';
import { createFeedLog } from './feed-log.ts';

/** Feeds with their states, last entries and event logs. */
export function createFeedRepository(context: TableContext): FeedRepository {
  return {
    ...createFeedLog(context),
    async put(feed) {
      await putRecord(context, feedRecord.encode(feed));
      const state = firstState(feed, toInstant(context.clock.now()));
      await putRecord(context, feedStateRecord.encode(state), { expression: 'attribute_not_exists(pk)' });
    },
    async get(id) {
      const found = await getRecord(context, keys.feed(id));
      return found && feedRecord.decode(found);
    },
    list: (after) =>
      decoded(
        context,
        readPartition(context, 'gsi1', partitions.feeds(), { after, descending: false }),
        feedRecord.decode,
      ),
    async remove(id) {
      const { pk } = keys.feed(id);
      const found = await collect(
        queryRecords(context, { index: null, partition: pk, fields: ['pk', 'sk'], consistent: true }),
      );
      await batchWrite(
        context,
        [],
        found.map(({ sk }) => ({ pk, sk: sk as string })),
      );
    },
    async state(id) {
      const found = await getRecord(context, keys.feedState(id));
      return found && feedStateRecord.decode(found);
    },
    async states(ids) {
      const found = await batchGet(context, ids.map(keys.feedState));
      return new Map(found.map(feedStateRecord.decode).map((state) => [state.feedId, state]));
    },
    saveState: (state, expectedNextPollAt) =>
      putRecord(context, feedStateRecord.encode(state), {
        expression: 'nextPollAt = :expected',
        values: { ':expected': expectedNextPollAt },
      }),
    due: (now, limit) => readDue(context, now, limit),
  };
}

/** The earliest `limit` of all shards; each shard can hold all of them. */
async function readDue(context: TableContext, now: Instant, limit: number): Promise<FeedState[]> {
  // A '$' sorts behind the '#' that follows the instant in the sort keys.
  const high = `${sortableInstant(now)}$`;
  const shards = partitions.due().map(async (partition) => {
    const query = { index: 'gsi3' as const, partition, high, pageSize: Math.max(limit, 1) };
    return (await collect(queryRecords(context, query), limit)).map(feedStateRecord.decode);
  });
  const found = (await Promise.all(shards)).flat().map((state) => ({ state, order: dueOrder(state) }));
  return found
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, limit)
    .map(({ state }) => state);
}

function dueOrder(state: FeedState): string {
  return `${sortableInstant(state.nextPollAt ?? '')}#${state.feedId}`;
}
