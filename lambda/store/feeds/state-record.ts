import * as z from 'zod';
import { type FeedState, feedStateSchema } from '../../model/feed.ts';
import { defineRecord } from '../table/codec.ts';
import { bounded, sharded, shards } from '../table/key-parts.ts';
import type { Attributes, Key } from '../table/port.ts';

/** States are read all together every minute, and each is written with every poll. */
const SHARDS = 8;

/** The partitions of all states. */
export const statePartitions = (): string[] => shards('STATES', SHARDS);

/** The key of a feed's state. */
export const feedStateKey = (feedId: string): Key => ({ pk: sharded(statePartitions(), feedId), sk: bounded(feedId) });

// The table removes records by its attribute `ttl`, so the minutes that a feed asks for must not be called so.
const record = defineRecord(
  feedStateSchema.omit({ ttl: true }).extend({ ttlMinutes: z.number().nullable() }),
  ({ feedId }) => feedStateKey(feedId),
);

/** What polling has shown of a feed; in no index. */
export const feedStateRecord = {
  encode: ({ ttl, ...state }: FeedState) => record.encode({ ...state, ttlMinutes: ttl }),
  decode: (attributes: Attributes): FeedState => {
    const { ttlMinutes, ...state } = record.decode(attributes);
    return { ...state, ttl: ttlMinutes };
  },
};
