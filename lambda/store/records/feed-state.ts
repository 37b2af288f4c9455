import * as z from 'zod';
import { type FeedState, feedStateSchema } from '../../model/feed.ts';
import { defineRecord } from '../table/codec.ts';
import { keys } from '../table/keys.ts';
import type { Attributes } from '../table/port.ts';

// The table removes records by its attribute `ttl`, so the minutes that a feed asks for must not be called so.
const storedSchema = feedStateSchema.omit({ ttl: true }).extend({ ttlMinutes: z.number().nullable() });

const record = defineRecord(storedSchema, ({ feedId }) => keys.feedState(feedId), { plain: ['feedId', 'nextPollAt'] });

/** What polling has shown of a feed; in no index. */
export const feedStateRecord = {
  encode: ({ ttl, ...state }: FeedState) => record.encode({ ...state, ttlMinutes: ttl }),
  decode: (attributes: Attributes): FeedState => {
    const { ttlMinutes, ...state } = record.decode(attributes);
    return { ...state, ttl: ttlMinutes };
  },
};
