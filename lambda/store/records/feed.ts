import { feedSchema } from '../../model/feed.ts';
import { defineRecord } from '../table/codec.ts';
import { indexKeys, keys } from '../table/keys.ts';

/** A subscribed feed; in gsi1 by title. */
export const feedRecord = defineRecord(feedSchema, ({ id, title }) => ({
  ...keys.feed(id),
  ...indexKeys.feed(id, title),
}));
