import * as z from 'zod';
import { type ItemSummary, itemSummarySchema } from '../../model/item.ts';
import { TTL_ATTRIBUTE } from '../../model/names.ts';
import { PACKED_ATTRIBUTES, unpack } from '../packed.ts';
import { defineRecord } from '../table/codec.ts';
import { indexKeys, keys } from '../table/keys.ts';
import type { Attributes } from '../table/port.ts';
import { withUsual } from '../usual-fields.ts';
import { itemMark, USUAL_COPIES, USUAL_ITEM } from './usual-item.ts';

/** What conditions and updates name. */
const ASKED_ABOUT = ['revision', 'extractorVersion', 'duplicateOf', 'fullText', 'nextTryAt', 'pageTries'];
/** What earlier versions kept beside these. */
const ASKED_ABOUT_BEFORE = ['feedHash', 'contentHash'];

/** Attributes that tell all of an item, for reads that ask for some only. */
export const ITEM_ATTRIBUTES = [
  ...['pk', 'sk', 'gsi1pk', 'gsi1sk', 'mark', TTL_ATTRIBUTE],
  ...[...ASKED_ABOUT, ...ASKED_ABOUT_BEFORE, ...PACKED_ATTRIBUTES],
];

const placeOf = (item: ItemSummary) => ({
  ...keys.item(item.id),
  ...indexKeys.item(item.id, item.feedId, item.sortAt),
  ...(item.fullText === 'pending' ? indexKeys.pendingPage(item.id, item.nextTryAt ?? item.changedAt) : {}),
  mark: itemMark(item),
});

/** An item without its long texts; in gsi1 by feed, in gsi2 by day, in gsi3 while its page is awaited. */
export const itemRecord = defineRecord(
  itemSummarySchema.extend({
    /** Partitions that hold a row of this item, so that copies of it are found. */
    copies: z.array(z.string()),
  }),
  placeOf,
  { plain: ASKED_ABOUT, usual: [...USUAL_ITEM, ...USUAL_COPIES] },
);
export type StoredItem = ReturnType<typeof itemRecord.decode>;

const summaryRecord = defineRecord(itemSummarySchema, placeOf, { plain: ASKED_ABOUT, usual: USUAL_ITEM });

/** What lists show of the record. */
export const decodeSummary = (attributes: Attributes): ItemSummary => summaryRecord.decode(attributes);

/** All that a record says of its item, unchecked: also of one that is not as it must be. */
export const itemFields = (attributes: Attributes): Attributes =>
  withUsual(unpack(attributes), [...USUAL_ITEM, ...USUAL_COPIES]);
