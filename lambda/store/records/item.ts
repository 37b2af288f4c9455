import * as z from 'zod';
import { type ItemSummary, itemSummarySchema } from '../../model/item.ts';
import { type Attributes, defineRecord } from '../codec.ts';
import { indexKeys, keys } from '../keys.ts';

/** What conditions and updates name. */
const ASKED_ABOUT = [
  ...['revision', 'feedHash', 'contentHash', 'extractorVersion', 'duplicateOf'],
  ...['fullText', 'nextTryAt', 'pageTries'],
];

/** An item without its long texts; in gsi1 by feed, in gsi2 by day, in gsi3 while its page is awaited. */
export const itemRecord = defineRecord(
  itemSummarySchema.extend({
    /** Partitions that hold a row of this item, so that copies of it are found. */
    copies: z.array(z.string()),
  }),
  ({ id, feedId, sortAt, changedAt, fullText, nextTryAt }) => ({
    ...keys.item(id),
    ...indexKeys.item(id, feedId, sortAt),
    ...(fullText === 'pending' ? indexKeys.pendingPage(id, nextTryAt ?? changedAt) : {}),
  }),
  { plain: ASKED_ABOUT },
);
export type StoredItem = ReturnType<typeof itemRecord.decode>;

/** What lists show of the record. */
export function decodeSummary(attributes: Attributes): ItemSummary {
  const { copies: _, ...summary } = itemRecord.decode(attributes);
  return summary;
}
