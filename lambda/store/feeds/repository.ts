import { firstState } from '../../common/first-state.ts';
import { toInstant } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import type { FeedRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { decodeEach } from '../table/codec.ts';
import { decoded, readPartition } from '../timeline.ts';
import { createFeedLog } from './feed-log.ts';
import { createFeedStates } from './feed-states.ts';
import { FEEDS, feedKey, feedRecord } from './record.ts';
import { feedStateKey } from './state-record.ts';

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
      const found = await context.table.get(feedKey(id), options);
      return found && feedRecord.decode(found);
    },
    async many(ids) {
      const found = await context.table.batchGet(ids.map(feedKey));
      return new Map(decodeEach(context, found, feedRecord.decode).map((feed) => [feed.id, feed]));
    },
    list: (after) =>
      decoded(context, readPartition(context, 'gsi1', FEEDS, { after, descending: false }), feedRecord.decode),
    async remove(id) {
      const { pk } = feedKey(id);
      await context.table.batchWrite([], [feedStateKey(id)]);
      const found = await collect(
        context.table.query({ index: null, partition: pk, fields: ['pk', 'sk'], consistent: true }),
      );
      await context.table.batchWrite(
        [],
        found.map(({ sk }) => ({ pk, sk: sk as string })),
      );
    },
    state: states.get,
    states: states.many,
    saveState: states.replace,
    due: states.due,
  };
}
