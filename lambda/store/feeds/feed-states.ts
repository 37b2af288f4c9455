import { isDue } from '../../common/is-due.ts';
import type { FeedState } from '../../model/feed.ts';
import { type Instant, sortableInstant } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import type { FeedRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { decodeEach } from '../table/codec.ts';
import { feedStateKey, feedStateRecord, statePartitions } from './state-record.ts';

/** States of feeds. */
export interface FeedStates {
  /** Writes the state where the feed has none. */
  add(state: FeedState): Promise<void>;
  get: FeedRepository['state'];
  many: FeedRepository['states'];
  replace: FeedRepository['saveState'];
  due: FeedRepository['due'];
}

type Due = Awaited<ReturnType<FeedRepository['due']>>[number];

/**
 * States stand together in a few partitions, in no index: a list of what is due, ordered by when, would be two write units more for every poll, while
 * reading all of them each minute costs next to nothing.
 */
export function createFeedStates(context: StoreContext): FeedStates {
  const { table } = context;
  return {
    async get(id, options) {
      const found = await table.get(feedStateKey(id), options);
      return found && feedStateRecord.decode(found);
    },
    async many(ids, { consistent = true } = {}) {
      const found = await table.batchGet(ids.map(feedStateKey), { consistent });
      return new Map(decodeEach(context, found, feedStateRecord.decode).map((state) => [state.feedId, state]));
    },
    async add(state) {
      await table.put(feedStateRecord.encode(state), { exists: false });
    },
    replace: (state, expected) => table.put(feedStateRecord.encode(state), { equals: ['nextPollAt', expected] }),
    due: (now, limit) => readDue(context, now, limit),
  };
}

/** The earliest `limit` of all. */
async function readDue({ table }: StoreContext, now: Instant, limit: number): Promise<Due[]> {
  const fields = ['feedId', 'nextPollAt'];
  const lists = statePartitions().map((partition) => collect(table.query({ index: null, partition, fields })));
  const states = (await Promise.all(lists)).flat() as unknown as Due[];
  return states
    .flatMap((one) => (one.nextPollAt != null && isDue(one.nextPollAt, now) ? [{ one, order: dueOrder(one) }] : []))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, limit)
    .map(({ one: { feedId, nextPollAt } }) => ({ feedId, nextPollAt }));
}

function dueOrder({ feedId, nextPollAt }: Due): string {
  return `${sortableInstant(nextPollAt ?? '')}#${feedId}`;
}
