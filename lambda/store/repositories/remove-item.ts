import { dayOf, hourOf, type Instant, toInstant } from '../../model/instant.ts';
import type { DayMarks } from '../day-marks.ts';
import { placesOf, readChanges } from '../item-changes.ts';
import { type ItemPartition, readItemPartition } from '../item-partition.ts';
import { listedKeysIn } from '../listed-rows.ts';
import { changeRecord, type StoredChange } from '../records/change.ts';
import type { StoreContext } from '../store-context.ts';
import { keys } from '../table/keys.ts';
import type { Key } from '../table/port.ts';

const TOMBSTONE_DAYS = 30;
const MILLISECONDS_A_DAY = 86_400_000;

/** Removes an item with all that belongs to it but corrections, and leaves a tombstone for 30 days. */
export async function removeItem(context: StoreContext, days: DayMarks, id: string): Promise<void> {
  const partition = await readItemPartition(context, id);
  const { item, all } = partition;
  const parts = all.filter(({ sk }) => !/^(META|CHANGE|CORR#.*)$/.test(sk));
  if (!item && parts.length === 0) return;

  // The tombstone first: a run that dies later is run again, and readers hear of it in any case.
  const former = item ? await leaveTombstone(context, days, { ...partition, item }, id) : [];
  const isBody = ({ sk }: { sk: string }) => sk.startsWith('BODY#');
  // Statements and bodies tell which rows of lists are theirs, and go after them.
  await context.table.batchWrite(
    [],
    listedKeysIn(partition, () => true),
  );
  await context.table.batchWrite([], [...former, ...parts.filter((part) => !isBody(part))]);
  // The body last: an item that can still be found can still be read.
  await context.table.delete(keys.item(id));
  await context.table.batchWrite([], parts.filter(isBody));
}

/** Puts the tombstone; answers the keys of what stands elsewhere of the item: rows of copies, and of its former change. */
async function leaveTombstone(
  context: StoreContext,
  days: DayMarks,
  { item, earlierChange }: ItemPartition & { item: NonNullable<ItemPartition['item']> },
  id: string,
): Promise<Key[]> {
  const now = context.clock.now();
  const changedAt = toInstant(now);
  const rows = await readChanges(context, id, [item.changedAt as Instant]);
  const former = earlierChange ? [...rows, earlierChange] : rows;
  const tombstone: StoredChange = {
    itemId: id,
    revision: Number(item.revision),
    changedAt,
    hours: unique([hourOf(item.sortAt as Instant), ...former.flatMap(({ hours }) => hours)]),
    days: unique(former.flatMap((change) => change.days)),
    removed: true,
    formerCopies: [],
    copies: [],
    formers: [],
  };
  await days.add([{ kind: 'changed', day: dayOf(changedAt) }]);
  await context.table.put(changeRecord.encode(tombstone, toInstant(now + TOMBSTONE_DAYS * MILLISECONDS_A_DAY)));
  const places = unique([...((item.copies ?? []) as string[]), ...former.flatMap(placesOf)]);
  const moments = unique([...rows.map((row) => row.changedAt), ...rows.flatMap(({ formers }) => formers)]);
  return [
    ...places.map((pk) => keys.copy(pk, item.storedAt as Instant, id)),
    ...moments.filter((moment) => moment !== changedAt).map((moment) => keys.change(id, moment)),
    ...(earlierChange ? [keys.earlierChange(id)] : []),
  ];
}

const unique = (all: string[]): string[] => [...new Set(all)].sort();
