import type { Instant } from '../../model/instant.ts';
import { findOriginal, readCopies, settleCopies } from '../item-copies.ts';
import { type ItemPartition, readItemPartition } from '../item-partition.ts';
import { listedKeysIn } from '../listed-rows.ts';
import { outdatedRows, readTries } from '../outdated-rows.ts';
import { revisionOf } from '../revision-of.ts';
import type { StoreContext } from '../store-context.ts';
import { keys } from '../table/keys.ts';

/** Takes away what no revision owns, and sets `duplicateOf` right; doing it twice changes nothing. See ItemRepository for `changedAt`. */
export async function repairItem(
  context: StoreContext,
  id: string,
  changedAt?: Instant,
): Promise<{ removed: number; duplicateOf: string | null }> {
  const partition = await readItemPartition(context, id);
  const revision = Number(partition.item?.revision ?? 0);
  const tries = await readTries(context, id, partition, changedAt);
  const isDead = await tries.isDeadBeyond(revision);
  const isOwnerless = (owner: number | null): boolean =>
    owner !== null && (owner < revision || (owner > revision && isDead));
  const ownerless = partition.all.filter((key) => isOwnerless(revisionOf(key)));
  const rows = listedKeysIn(partition, isOwnerless);
  const { copies: former, changes } = await outdatedRows(context, id, partition, tries);
  // Statements and bodies tell which rows of lists are theirs, and go after them; changes tell of copies.
  await context.table.batchWrite([], rows);
  await context.table.batchWrite([], [...ownerless, ...former]);
  await context.table.batchWrite([], changes);
  const removed = rows.length + ownerless.length + former.length + changes.length;
  if (!partition.item) return { removed, duplicateOf: null };
  return { removed, duplicateOf: await setOriginal(context, id, partition.item) };
}

/** Sets `duplicateOf` right, and answers it. */
async function setOriginal(
  context: StoreContext,
  id: string,
  found: NonNullable<ItemPartition['item']>,
): Promise<string | null> {
  const item = found as { feedId: string; storedAt: Instant; expiresAt: Instant | null; copies: string[] } & {
    revision: number;
    duplicateOf: string | null;
  };
  const identity = { ...item, id };
  const copies = await readCopies(context, item.copies);
  await settleCopies(context, copies, identity);
  const duplicateOf = await findOriginal(context, copies, identity, { awaited: false });
  if (duplicateOf !== item.duplicateOf) {
    await context.table.update(keys.item(id), { set: { duplicateOf } }, { equals: ['revision', item.revision] });
  }
  return duplicateOf;
}
