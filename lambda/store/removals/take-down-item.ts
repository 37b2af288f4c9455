import type { Removal } from '../../model/removal.ts';
import { collect } from '../collect.ts';
import type { DayMarks } from '../items/day-marks.ts';
import { editionIn } from '../items/edition.ts';
import { comingIn } from '../items/item-partition.ts';
import { readWholeItem } from '../items/read-item.ts';
import { itemKey, itemPartition } from '../items/record.ts';
import { removeItem } from '../items/remove-item.ts';
import { removeDeliveries } from '../searches/remove-deliveries.ts';
import type { StoreContext } from '../store-context.ts';
import { linkRecord } from '../stories/record.ts';
import { hold } from './held.ts';
import { removalRecord } from './record.ts';

const CORRECTION = /^CORR#/;
const LINKED = 'LINKED';

/** The title of an item that can be taken down; `null` where there is none. */
export async function titleOfItem(context: StoreContext, id: string): Promise<string | null> {
  return (await readWholeItem(context, id))?.item.title ?? null;
}

/**
 * Takes an article down, in an order in which it can die anywhere and be run again. The writes are:
 *
 * 1. the removal: from here on no writer brings the item back;
 * 2. what is kept aside for restoring: the item's own record, and text, statements, coming dates and corrections of its edition;
 * 3. deletion of the fingerprints by which stories and sayings find it, which hold its words;
 * 4. deletion of its corrections, which hold words too;
 * 5. deletion of what saved searches have told of it, or are about to tell;
 * 6. deletion of the item with all else (see removeItem), which leaves a change that says so to lists and counts.
 */
export async function takeDownItem(context: StoreContext, days: DayMarks, removal: Removal): Promise<void> {
  const { table } = context;
  const { id } = removal;
  await table.put(removalRecord.encode(removal));
  const { pk, sk } = itemKey(id);
  const all = await collect(table.query({ index: null, partition: itemPartition(id), consistent: true }));
  const own = all.find((record) => record.sk === sk);
  const corrections = all.filter((record) => CORRECTION.test(String(record.sk)));
  const current = all.filter((record) => own && editionIn({ sk: String(record.sk) }) === own.edition);
  const coming = current.flatMap((record) => comingIn(id, record)).map(({ key }) => key);
  const calendar = await table.batchGet(coming, { consistent: true });
  await hold(context, 'item', id, [...(own ? [own] : []), ...current, ...calendar, ...corrections]);
  const linked = all.find((record) => record.sk === LINKED);
  if (linked) await table.batchWrite([], linkRecord.decode(linked).fingerprints);
  await table.batchWrite(
    [],
    corrections.map((record) => ({ pk, sk: String(record.sk) })),
  );
  await removeDeliveries(context, id);
  await removeItem(context, days, id);
}
