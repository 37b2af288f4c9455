import type { DateMention } from '../../model/date-mention.ts';
import { StoreError } from '../../model/errors.ts';
import type { Item } from '../../model/item.ts';
import { type Attributes, isExpired } from '../codec.ts';
import { collect } from '../collect.ts';
import type { DayMarks } from '../day-marks.ts';
import { keys, partitions } from '../keys.ts';
import { fromPieces } from '../pieces.ts';
import { changeRecord } from '../records/change.ts';
import { decodeSummary, itemRecord, type StoredItem } from '../records/item.ts';
import { type ItemBody, itemBodyRecord, itemBodySchema } from '../records/item-body.ts';
import { knownItemRecord } from '../records/known-item.ts';
import type { ItemRepository } from '../store.ts';
import type { Change } from '../store-shapes.ts';
import { getRecord, type TableContext } from '../table.ts';
import { batchGet } from '../table-batches.ts';
import { queryRecords } from '../table-queries.ts';
import { decoded, instantRange, readDayList, readPartition } from '../timeline.ts';
import { createDuePages } from './due-pages.ts';
import { removeItem } from './remove-item.ts';
import { repairItem } from './repair-item.ts';
import { saveItem } from './save-item.ts';
import { sweepExpired } from './sweep-expired.ts';

const READS = 5;

/** Items with bodies, statements, coming dates, changes and copies. */
export function createItemRepository(context: TableContext, days: DayMarks): ItemRepository {
  return {
    ...createDuePages(context),
    async known(ids) {
      const found = await batchGet(context, ids.map(keys.item), { fields: knownItemRecord.fields });
      return new Map(
        alive(context, found)
          .map(knownItemRecord.decode)
          .map((item) => [item.id, item]),
      );
    },
    save: (bundle) => saveItem(context, days, bundle),
    get: async (id) => (await readWhole(context, id))?.item ?? null,
    dates: async (id) => (await readWhole(context, id))?.dates ?? [],
    async summaries(ids) {
      const found = await batchGet(context, ids.map(keys.item));
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
          ? readDayList(context, { ...sortKeys, index: 'gsi2', days: 'items', partitionsOf: partitions.itemsOfDay })
          : readPartition(context, 'gsi1', partitions.itemsOfFeed(feedId), sortKeys);
      return decoded(context, list, decodeSummary);
    },
    changes(range) {
      const sortKeys = { ...instantRange(range), descending: false };
      const partitionsOf = partitions.changesOfDay;
      return decoded(
        context,
        readDayList(context, { ...sortKeys, index: 'gsi1', days: 'changed', partitionsOf }),
        toChange,
      );
    },
    repair: (id) => repairItem(context, id),
    remove: (id) => removeItem(context, days, id),
    sweep: (now) => sweepExpired(context, now),
  };
}

/** Item and dates from its record and body; reads again where a new revision came in between. */
async function readWhole(context: TableContext, id: string): Promise<{ item: Item; dates: DateMention[] } | null> {
  for (let round = 0; round < READS; round++) {
    const found = await getRecord(context, keys.item(id));
    if (!found || isExpired(found, context.clock.now())) return null;
    const stored = itemRecord.decode(found);
    const body = await readBody(context, stored);
    if (body) {
      const { copies: _, ...summary } = stored;
      return { item: { ...summary, ...body.item }, dates: body.dates };
    }
  }
  throw new StoreError('corrupt-record', `the item ${keys.item(id).pk} has no body of its revision`);
}

async function readBody(context: TableContext, { id, revision }: StoredItem): Promise<ItemBody | null> {
  const { pk, sk } = keys.itemBody(id, revision, 0);
  const beginsWith = sk.slice(0, sk.lastIndexOf('#'));
  const query = { index: null, partition: pk, beginsWith, consistent: true };
  const pieces = (await collect(queryRecords(context, query))).map(itemBodyRecord.decode);
  if (pieces.length === 0 || pieces.length < (pieces[0]?.pieces ?? 1)) return null;
  const whole = await fromPieces(
    pieces.map(({ data }) => data),
    `${pk} / ${beginsWith}`,
  );
  const parsed = itemBodySchema.safeParse(whole);
  if (parsed.success) return parsed.data;
  throw new StoreError('corrupt-record', `the body ${pk} / ${beginsWith} is not as it must be`, parsed.error);
}

function alive(context: TableContext, found: Attributes[]): Attributes[] {
  return found.filter((record) => !isExpired(record, context.clock.now()));
}

function toChange(attributes: Attributes): Change {
  const { formerCopies: _, ...change } = changeRecord.decode(attributes);
  return change;
}
