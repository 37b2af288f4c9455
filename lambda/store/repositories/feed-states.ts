import { isDue } from '../../common/is-due.ts';
import type { FeedState } from '../../model/feed.ts';
import { type Instant, sortableInstant } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import { feedStateRecord } from '../records/feed-state.ts';
import type { FeedRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { keys, partitions } from '../table/keys.ts';
import type { Condition } from '../table/port.ts';

/** States of feeds. */
export interface FeedStates {
  /** Writes the state where the feed has none. */
  add(state: FeedState): Promise<void>;
  many: FeedRepository['states'];
  replace: FeedRepository['saveState'];
  due: FeedRepository['due'];
}

type Due = Awaited<ReturnType<FeedRepository['due']>>[number];

const IS_NEW = { exists: false };

/**
 * States stand together in a few partitions, in no index: a list of what is due, ordered by when, would be two write units more for every poll, while
 * reading all of them each minute costs next to nothing. Earlier versions had them beside their feeds, in such a list: they move with their next poll.
 */
export function createFeedStates(context: StoreContext): FeedStates {
  const many: FeedStates['many'] = async (ids, { consistent = true } = {}) => {
    const found = (await context.table.batchGet(ids.map(keys.feedState), { consistent })).map(feedStateRecord.decode);
    const byId = new Map(found.map((state) => [state.feedId, state]));
    const missing = ids.filter((id) => !byId.has(id));
    const earlier = await context.table.batchGet(missing.map(keys.earlierFeedState), { consistent });
    for (const state of earlier.map(feedStateRecord.decode)) byId.set(state.feedId, state);
    return byId;
  };
  return {
    many,
    async add(state) {
      const found = await many([state.feedId]);
      if (!found.has(state.feedId)) await context.table.put(feedStateRecord.encode(state), IS_NEW);
    },
    async replace(state, expected) {
      const record = feedStateRecord.encode(state);
      const asExpected: Condition = { equals: ['nextPollAt', expected] };
      if (await context.table.put(record, asExpected)) return true;
      const key = keys.earlierFeedState(state.feedId);
      const [earlier] = (await context.table.batchGet([key], { consistent: true })).map(feedStateRecord.decode);
      if (earlier?.nextPollAt !== expected || !(await context.table.put(record, IS_NEW))) return false;
      await context.table.batchWrite([], [key]);
      return true;
    },
    due: (now, limit) => readDue(context, now, limit),
  };
}

/** The earliest `limit` of all. */
async function readDue(context: StoreContext, now: Instant, limit: number): Promise<Due[]> {
  const fields = ['feedId', 'nextPollAt'];
  const read = async (index: 'gsi3' | null, names: string[]): Promise<Due[]> => {
    const lists = names.map((partition) => collect(context.table.query({ index, partition, fields })));
    return (await Promise.all(lists)).flat() as unknown as Due[];
  };
  const [states, earlier] = await Promise.all([read(null, partitions.states()), read('gsi3', partitions.due())]);
  const moved = new Set(states.map(({ feedId }) => feedId));
  return [...states, ...earlier.filter(({ feedId }) => !moved.has(feedId))]
    .flatMap((one) => (one.nextPollAt === null ? [] : [{ one, order: dueOrder(one) }]))
    .filter(({ one }) => isDue(one.nextPollAt, now))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, limit)
    .map(({ one: { feedId, nextPollAt } }) => ({ feedId, nextPollAt }));
}

function dueOrder({ feedId, nextPollAt }: Due): string {
  return `${sortableInstant(nextPollAt ?? '')}#${feedId}`;
}
