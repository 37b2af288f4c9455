import type { Instant } from '../../model/instant.ts';
import { findOriginal, readCopies, settleCopies } from '../item-copies.ts';
import { type ItemPartition, readItemPartition } from '../item-partition.ts';
import { type Key, keys } from '../keys.ts';
import { listedKeysIn } from '../listed-rows.ts';
import { revisionOf } from '../revision-of.ts';
import { type TableContext, updateRecord } from '../table.ts';
import { batchGet, batchWrite } from '../table-batches.ts';

/** A writer that has not come to its end in this time is dead; before, its records are not to be touched. */
const DEAD_AFTER_MILLISECONDS = 3_600_000;

/** Takes away what no revision owns, and sets `duplicateOf` right; doing it twice changes nothing. */
export async function repairItem(
  context: TableContext,
  id: string,
): Promise<{ removed: number; duplicateOf: string | null }> {
  const partition = await readItemPartition(context, id);
  const isOwnerless = ownerlessRevisions(context, partition);
  const ownerless = partition.all.filter((key) => isOwnerless(revisionOf(key)));
  const rows = listedKeysIn(partition, isOwnerless);
  const former = await formerCopies(context, id, partition);
  // Statements and bodies tell which rows of lists are theirs, and go after them.
  await batchWrite(context, [], rows);
  await batchWrite(context, [], [...ownerless, ...former]);
  const removed = rows.length + ownerless.length + former.length;
  if (!partition.item) return { removed, duplicateOf: null };

  const item = partition.item as { feedId: string; storedAt: Instant; expiresAt: Instant | null; copies: string[] } & {
    revision: number;
    duplicateOf: string | null;
  };
  const identity = { ...item, id };
  const copies = await readCopies(context, item.copies);
  await settleCopies(context, copies, identity);
  const duplicateOf = await findOriginal(context, copies, identity, { awaited: false });
  if (duplicateOf !== item.duplicateOf) {
    await updateRecord(
      context,
      keys.item(id),
      { expression: 'SET duplicateOf = :original', values: { ':original': duplicateOf } },
      { expression: 'revision = :revision', values: { ':revision': item.revision } },
    );
  }
  return { removed, duplicateOf };
}

/** Tells older revisions, and one whose writer died before it had written the item itself. */
function ownerlessRevisions(context: TableContext, { item, change }: ItemPartition) {
  const revision = item === null ? 0 : Number(item.revision);
  const isDead = isWriterDead(context, change);
  return (owner: number | null): boolean => owner !== null && (owner < revision || (owner > revision && isDead));
}

function isWriterDead({ clock }: TableContext, change: ItemPartition['change']): boolean {
  return change !== null && Date.parse(change.changedAt) + DEAD_AFTER_MILLISECONDS <= clock.now();
}

/** Rows in copy partitions that the present revision has left, or that one put whose writer died, as far as they are there. */
async function formerCopies(context: TableContext, id: string, { item, change }: ItemPartition): Promise<Key[]> {
  if (!item || !change) return [];
  const isOwn = change.revision === item.revision;
  if (!isOwn && !(change.revision > Number(item.revision) && isWriterDead(context, change))) return [];
  const kept = item.copies as string[];
  const places = isOwn ? change.formerCopies : (change.copies ?? []).filter((place) => !kept.includes(place));
  const wanted = places.map((pk) => keys.copy(pk, item.storedAt as Instant, id));
  const found = await batchGet(context, wanted, { fields: ['pk', 'sk'], consistent: true });
  return found.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
}
