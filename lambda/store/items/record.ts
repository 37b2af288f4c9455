import * as z from 'zod';
import { dayOf, type Instant } from '../../model/instant.ts';
import { type ItemSummary, itemSummarySchema } from '../../model/item.ts';
import { defineRecord } from '../table/codec.ts';
import { at, bounded, sharded, shards } from '../table/key-parts.ts';
import type { Attributes, Key } from '../table/port.ts';

/** A day of items, or of what waits for pages, is spread over so many partitions, for an index partition takes 1,000 writes a second. */
const SHARDS = 4;

export const itemPartition = (id: string): string => `ITEM#${id}`;

/** The key of an item's own record. */
export const itemKey = (id: string): Key => ({ pk: itemPartition(id), sk: 'META' });

/** In gsi1, by `sortAt`. */
export const itemsOfFeed = (feedId: string): string => `FEED#${bounded(feedId)}`;

/** In gsi2, by `sortAt`. */
export const itemsOfDay = (day: string): string[] => shards(`DAY#${day}`, SHARDS);

/** In gsi3, by `nextTryAt`. */
export const duePages = (): string[] => shards('DUEPAGE', SHARDS);

/** Where a page that is awaited stands among those that are due. */
export const duePageKey = (id: string, nextTryAt: Instant) => ({
  gsi3pk: sharded(duePages(), id),
  gsi3sk: at(nextTryAt, id),
});

/** Where an item stands in lists; positions of its statements begin so. */
export const itemPosition = ({ sortAt, id }: Pick<ItemSummary, 'sortAt' | 'id'>): string => at(sortAt, id);

/** The schema of an item's own record. */
export const storedItemSchema = itemSummarySchema.extend({
  /** Partitions that hold a row of this item, so that copies of it are found. */
  copies: z.array(z.string()),
});

/** An item without its long texts; in gsi1 by feed, in gsi2 by day, in gsi3 while its page is awaited. */
export const itemRecord = defineRecord(storedItemSchema, (item) => ({
  ...itemKey(item.id),
  gsi1pk: itemsOfFeed(item.feedId),
  gsi1sk: itemPosition(item),
  gsi2pk: sharded(itemsOfDay(dayOf(item.sortAt)), item.id),
  gsi2sk: itemPosition(item),
  ...(item.fullText === 'pending' ? duePageKey(item.id, item.nextTryAt ?? item.changedAt) : {}),
}));

export type StoredItem = z.infer<typeof storedItemSchema>;

/** What lists show of the record. */
export function decodeSummary(attributes: Attributes): ItemSummary {
  const { copies: _, ...summary } = itemRecord.decode(attributes);
  return summary;
}
