import { StoreError } from '../../model/errors.ts';
import { itemSchema } from '../../model/item.ts';
import type { StoreContext } from '../store-context.ts';
import type { KnownItem } from '../store-shapes.ts';
import { decodeEach, isExpired } from '../table/codec.ts';
import type { Attributes } from '../table/port.ts';
import { decoded, instantRange, readDayList, readPartition } from '../timeline.ts';
import { changeRecord, changesOfDay, toChange } from './change-record.ts';
import { countStale } from './count-stale.ts';
import type { DayMarks } from './day-marks.ts';
import { createDuePages } from './due-pages.ts';
import { findCopies } from './find-copies.ts';
import type { ItemRepository } from './item-repository.ts';
import { readWholeItem } from './read-item.ts';
import { decodeSummary, itemKey, itemsOfDay, itemsOfFeed } from './record.ts';
import { removeItem } from './remove-item.ts';
import { repairItem } from './repair-item.ts';
import { saveItem } from './save-item.ts';
import { sweepExpired } from './sweep-expired.ts';

/** Items with texts, statements, coming dates, changes and copies. */
export function createItemRepository(context: StoreContext, days: DayMarks): ItemRepository {
  const alive = (found: Attributes[]) => found.filter((record) => !isExpired(record, context.clock.now()));
  return {
    ...createDuePages(context),
    async known(ids) {
      const fields = [...Object.keys(knownSchema.shape), 'pk', 'sk', 'ttl'];
      const found = await context.table.batchGet(ids.map(itemKey), { fields });
      return new Map(decodeEach(context, alive(found), decodeKnown).map((item) => [item.id, item]));
    },
    save: (bundle, erased) => saveItem(context, days, bundle, erased),
    get: async (id) => (await readWholeItem(context, id))?.item ?? null,
    whole: (id) => readWholeItem(context, id),
    async summaries(ids) {
      const found = await context.table.batchGet(ids.map(itemKey));
      return new Map(decodeEach(context, alive(found), decodeSummary).map((item) => [item.id, item]));
    },
    newest({ feedId, ...range }) {
      const sortKeys = { ...instantRange(range), descending: true };
      const list =
        feedId === undefined
          ? readDayList(context, { ...sortKeys, index: 'gsi2', days: 'items', partitionsOf: itemsOfDay })
          : readPartition(context, 'gsi1', itemsOfFeed(feedId), sortKeys);
      return decoded(context, list, decodeSummary);
    },
    changes(range) {
      const sortKeys = { ...instantRange(range), descending: false };
      const list = readDayList(context, { ...sortKeys, index: null, days: 'changed', partitionsOf: changesOfDay });
      return decoded(context, list, (attributes) => toChange(changeRecord.decode(attributes)));
    },
    setExtractorVersion: (id, extractorVersion, revision) =>
      context.table.update(itemKey(id), { set: { extractorVersion } }, { equals: ['revision', revision] }),
    copies: (ids) => findCopies(context, ids),
    repair: (id, changedAt) => repairItem(context, id, changedAt),
    stale: (range) => countStale(context, range),
    remove: (id) => removeItem(context, days, id),
    sweep: (now) => sweepExpired(context, now),
  };
}

/** What the known-check reads of an item's record. */
const knownSchema = itemSchema.pick({
  id: true,
  feedHash: true,
  contentHash: true,
  revision: true,
  edition: true,
  revisionsThatDay: true,
  storedAt: true,
  changedAt: true,
  sortAt: true,
  duplicateOf: true,
  storyId: true,
  fullText: true,
  extractorVersion: true,
  expiresAt: true,
  correctedAt: true,
});

function decodeKnown(attributes: Attributes): KnownItem {
  const parsed = knownSchema.safeParse(attributes);
  if (parsed.success) return parsed.data;
  const { pk, sk } = attributes;
  throw new StoreError('corrupt-record', `the record ${pk} / ${sk} is not as it must be`, parsed.error);
}
