import { dayOf, hourOf, toInstant } from '../../model/instant.ts';
import type { StoreContext } from '../store-context.ts';
import type { Key } from '../table/port.ts';
import { changeKey, changeRecord, type StoredChange } from './change-record.ts';
import { copyKey } from './copy-record.ts';
import type { DayMarks } from './day-marks.ts';
import { placesOf, readChanges } from './item-changes.ts';
import { type HeldItem, readItemPartition } from './item-partition.ts';
import { itemKey } from './record.ts';

const TOMBSTONE_DAYS = 30;
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * Removes an item with all that belongs to it but corrections and the decision of an operator to take it down, and leaves a tombstone for 30 days. The writes are:
 *
 * 1. the tombstone: a run that dies later is run again, and readers hear of it in any case;
 * 2. deletion of rows of the calendar, of which the text tells;
 * 3. of statements, copy rows and former changes;
 * 4. of the item's own record;
 * 5. of its text: an item that can still be found can still be read.
 */
export async function removeItem(context: StoreContext, days: DayMarks, id: string): Promise<void> {
  const { item, all, coming } = await readItemPartition(context, id);
  const own = all.filter(({ sk }) => !/^(META|REMOVED|CORR#.*)$/.test(sk));
  if (!item && own.length === 0) return;

  const former = item ? await leaveTombstone(context, days, item) : [];
  const isBody = ({ sk }: Key) => sk.startsWith('BODY#');
  const { table } = context;
  await table.batchWrite(
    [],
    coming.map(({ key }) => key),
  );
  await table.batchWrite([], [...former, ...own.filter((key) => !isBody(key))]);
  await table.delete(itemKey(id));
  await table.batchWrite([], own.filter(isBody));
}

/** Puts the tombstone; answers the keys of what stands elsewhere of the item: rows of copies, and of its former change. */
async function leaveTombstone(context: StoreContext, days: DayMarks, item: HeldItem): Promise<Key[]> {
  const now = context.clock.now();
  const changedAt = toInstant(now);
  const former = await readChanges(context, item.id, [item.changedAt]);
  const tombstone: StoredChange = {
    itemId: item.id,
    revision: item.revision,
    changedAt,
    hours: unique([hourOf(item.sortAt), ...former.flatMap(({ hours }) => hours)]),
    removed: true,
    formerCopies: [],
    copies: [],
    formers: [],
    ...(item.storyId !== undefined && { storyId: item.storyId }),
  };
  await days.add([{ kind: 'changed', day: dayOf(changedAt) }]);
  await context.table.put(changeRecord.encode(tombstone, toInstant(now + TOMBSTONE_DAYS * MILLISECONDS_A_DAY)));
  const places = unique([...item.copies, ...former.flatMap(placesOf)]);
  const moments = unique([...former.map((row) => row.changedAt), ...former.flatMap(({ formers }) => formers)]);
  return [
    ...places.map((pk) => copyKey(pk, item.storedAt, item.id)),
    ...moments.filter((moment) => moment !== changedAt).map((moment) => changeKey(item.id, moment)),
  ];
}

const unique = (all: string[]): string[] => [...new Set(all)].sort();
