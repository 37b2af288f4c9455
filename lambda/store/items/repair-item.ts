import type { Instant } from '../../model/instant.ts';
import type { StoreContext } from '../store-context.ts';
import { editionIn, revisionOf } from './edition.ts';
import { findOriginal, readCopies, settleCopies } from './item-copies.ts';
import { type HeldItem, readItemPartition } from './item-partition.ts';
import { itemKey } from './record.ts';
import { readTries, staleElsewhere } from './stale-rows.ts';

/** Takes away what no edition owns, and sets `duplicateOf` right; doing it twice changes nothing. See ItemRepository for `changedAt`. */
export async function repairItem(
  context: StoreContext,
  id: string,
  changedAt?: Instant,
): Promise<{ removed: number; duplicateOf: string | null }> {
  const { table } = context;
  const partition = await readItemPartition(context, id);
  const { revision, edition: own } = partition.item ?? { revision: 0, edition: '' };
  const tries = await readTries(context, id, partition, changedAt);
  const isDead = await tries.isDeadBeyond(revision);
  // A writer of the same revision or an earlier one can't come to its end any more; one of a later revision may still be at work.
  const isStale = (edition: string | null): boolean =>
    edition !== null && edition !== own && (isDead || revisionOf(edition) <= revision);
  const stale = partition.all.filter((key) => isStale(editionIn(key)));
  const coming = partition.coming.flatMap(({ edition, key }) => (isStale(edition) ? [key] : []));
  const { copies, changes } = await staleElsewhere(context, id, partition, tries);
  // Texts tell which rows of the calendar are theirs, and go after them; changes tell of copies.
  await table.batchWrite([], coming);
  await table.batchWrite([], [...stale, ...copies]);
  await table.batchWrite([], changes);
  const removed = coming.length + stale.length + copies.length + changes.length;
  return { removed, duplicateOf: partition.item && (await setOriginal(context, partition.item)) };
}

/** Sets `duplicateOf` right, and answers it. */
async function setOriginal(context: StoreContext, item: HeldItem): Promise<string | null> {
  const copies = await readCopies(context, item.copies);
  await settleCopies(context, copies, item);
  if (item.storyId !== undefined) return item.duplicateOf;
  const duplicateOf = await findOriginal(context, copies, item, { awaited: false });
  if (duplicateOf !== item.duplicateOf) {
    await context.table.update(itemKey(item.id), { set: { duplicateOf } }, { equals: ['edition', item.edition] });
  }
  return duplicateOf;
}
