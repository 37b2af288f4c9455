import { firstState } from '../../common/first-state.ts';
import { toInstant } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import { feedRecord } from '../records/feed.ts';
import type { FeedRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { keys, partitions } from '../table/keys.ts';
import { decoded, readPartition } from '../timeline.ts';
import { createFeedLog } from './feed-log.ts';
import { createFeedStates } from './feed-states.ts';

/** Feeds with their states, last entries and event logs. */
export function createFeedRepository(context: StoreContext): FeedRepository {
  const states = createFeedStates(context);
  return {
    ...createFeedLog(context),
    async put(feed) {
      await context.table.put(feedRecord.encode(feed));
      await states.add(firstState(feed, toInstant(context.clock.now())));
    },
    async get(id, options) {
      const found = await context.table.get(keys.feed(id), options);
      return found && feedRecord.decode(found);
    },
    async many(ids) {
      const found = (await context.table.batchGet(ids.map(keys.feed))).map(feedRecord.decode);
      return new Map(found.map((feed) => [feed.id, feed]));
    },
    list: (after) =>
      decoded(
        context,
        readPartition(context, 'gsi1', partitions.feeds(), { after, descending: false }),
        feedRecord.decode,
      ),
    async remove(id) {
      const { pk } = keys.feed(id);
      await context.table.batchWrite([], [keys.feedState(id)]);
      const found = await collect(
        context.table.query({ index: null, partition: pk, fields: ['pk', 'sk'], consistent: true }),
      );
      await context.table.batchWrite(
        [],
        found.map(({ sk }) => ({ pk, sk: sk as string })),
      );
    },
    state: async (id, options) => (await states.many([id], options)).get(id) ?? null,
    states: (ids, options) => states.many(ids, options),
    saveState: (state, expectedNextPollAt) => states.replace(state, expectedNextPollAt),
    due: (now, limit) => states.due(now, limit),
  };
}
