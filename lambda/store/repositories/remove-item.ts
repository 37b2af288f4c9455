import { dayOf, hourOf, type Instant, toInstant } from '../../model/instant.ts';
import type { DayMarks } from '../day-marks.ts';
import { readItemPartition } from '../item-partition.ts';
import { keys } from '../keys.ts';
import { listedKeysIn } from '../listed-rows.ts';
import { changeRecord } from '../records/change.ts';
import { deleteRecord, putRecord, type TableContext } from '../table.ts';
import { batchWrite } from '../table-batches.ts';

const TOMBSTONE_DAYS = 30;
const MILLISECONDS_A_DAY = 86_400_000;

/** Removes an item with all that belongs to it but corrections, and leaves a tombstone for 30 days. */
export async function removeItem(context: TableContext, days: DayMarks, id: string): Promise<void> {
  const partition = await readItemPartition(context, id);
  const { item, change, all } = partition;
  const parts = all.filter(({ sk }) => !/^(META|CHANGE|CORR#.*)$/.test(sk));
  if (!item && parts.length === 0) return;

  // The tombstone first: a run that dies later is run again, and readers hear of it in any case.
  const now = context.clock.now();
  const tombstone = {
    itemId: id,
    revision: Number(item?.revision ?? change?.revision ?? 1),
    changedAt: toInstant(now),
    hours: [...new Set([...(item ? [hourOf(item.sortAt as Instant)] : []), ...(change?.hours ?? [])])].sort(),
    days: change?.days ?? [],
    removed: true,
    formerCopies: [...new Set([...((item?.copies ?? []) as string[]), ...(change?.formerCopies ?? [])])],
    copies: [],
  };
  await days.add([{ kind: 'changed', day: dayOf(tombstone.changedAt) }]);
  await putRecord(context, changeRecord.encode(tombstone, toInstant(now + TOMBSTONE_DAYS * MILLISECONDS_A_DAY)));

  const isBody = ({ sk }: { sk: string }) => sk.startsWith('BODY#');
  const copies = item ? tombstone.formerCopies.map((pk) => keys.copy(pk, item.storedAt as Instant, id)) : [];
  // Statements and bodies tell which rows of lists are theirs, and go after them.
  await batchWrite(
    context,
    [],
    listedKeysIn(partition, () => true),
  );
  await batchWrite(context, [], [...copies, ...parts.filter((part) => !isBody(part))]);
  // The body last: an item that can still be found can still be read.
  await deleteRecord(context, keys.item(id));
  await batchWrite(context, [], parts.filter(isBody));
}
