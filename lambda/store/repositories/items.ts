import type { DayMarks } from '../day-marks.ts';
import { changeRecord, toChange } from '../records/change.ts';
import { decodeSummary } from '../records/item.ts';
import { knownItemRecord } from '../records/known-item.ts';
import type { ItemRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { isExpired } from '../table/codec.ts';
import { keys, partitions } from '../table/keys.ts';
import type { Attributes } from '../table/port.ts';
import { decoded, instantRange, readDayList, readPartition } from '../timeline.ts';
import { countCopies } from './count-copies.ts';
import { createDuePages } from './due-pages.ts';
import { readWholeItem } from './read-item.ts';
import { removeItem } from './remove-item.ts';
import { repairItem } from './repair-item.ts';
import { saveItem } from './save-item.ts';
import { sweepExpired } from './sweep-expired.ts';

/** Items with bodies, statements, coming dates, changes and copies. */
export function createItemRepository(context: StoreContext, days: DayMarks): ItemRepository {
  return {
    ...createDuePages(context),
    async known(ids) {
      const found = await context.table.batchGet(ids.map(keys.item), { fields: knownItemRecord.fields });
      return new Map(
        alive(context, found)
          .map(knownItemRecord.decode)
          .map((item) => [item.id, item]),
      );
    },
    save: (bundle) => saveItem(context, days, bundle),
    get: async (id) => (await readWholeItem(context, id))?.item ?? null,
    whole: (id) => readWholeItem(context, id),
    async summaries(ids) {
      const found = await context.table.batchGet(ids.map(keys.item));
      return new Map(
        alive(context, found)
          .map(decodeSummary)
          .map((item) => [item.id, item]),
      );
    },
    newest({ feedId, ...range }) {
      const sortKeys = { ...instantRange(range), descending: true };
      const list =
        feedId === undefined
          ? readDayList(context, { ...sortKeys, indexes: ['gsi2'], days: 'items', partitionsOf: partitions.itemsOfDay })
          : readPartition(context, 'gsi1', partitions.itemsOfFeed(feedId), sortKeys);
      return decoded(context, list, decodeSummary);
    },
    changes(range) {
      const sortKeys = { ...instantRange(range), descending: false };
      const partitionsOf = partitions.changesOfDay;
      return decoded(
        context,
        readDayList(context, { ...sortKeys, indexes: [null, 'gsi1'], days: 'changed', partitionsOf }),
        (attributes) => toChange(changeRecord.decode(attributes)),
      );
    },
    setExtractorVersion: (id, version, revision) =>
      context.table.update(keys.item(id), { set: { extractorVersion: version } }, { equals: ['revision', revision] }),
    copies: (ids) => countCopies(context, ids),
    repair: (id, changedAt) => repairItem(context, id, changedAt),
    remove: (id) => removeItem(context, days, id),
    sweep: (now) => sweepExpired(context, now),
  };
}

function alive(context: StoreContext, found: Attributes[]): Attributes[] {
  return found.filter((record) => !isExpired(record, context.clock.now()));
}
