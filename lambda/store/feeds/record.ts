import { fold } from '../../common/fold.ts';
import { feedSchema } from '../../model/feed.ts';
import { defineRecord } from '../table/codec.ts';
import { bounded } from '../table/key-parts.ts';
import type { Key } from '../table/port.ts';

/** In gsi1: all feeds, by title. */
export const FEEDS = 'FEEDS';

/** What belongs to a feed, but its state. */
export const feedPartition = (id: string): string => `FEED#${bounded(id)}`;

/** The key of a feed. */
export const feedKey = (id: string): Key => ({ pk: feedPartition(id), sk: 'META' });

/** A subscribed feed; in gsi1 by title. */
export const feedRecord = defineRecord(feedSchema, ({ id, title }) => ({
  ...feedKey(id),
  gsi1pk: FEEDS,
  gsi1sk: `${bounded(fold(title))}#${bounded(id)}`,
}));
