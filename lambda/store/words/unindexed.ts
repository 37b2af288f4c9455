import { type Instant, isAfter, toInstant } from '../../model/instant.ts';
import type { ItemRepository } from '../items/item-repository.ts';
import type { Change } from '../store-shapes.ts';
import { itemIdAt } from '../table/key-parts.ts';
import type { DocumentPlace } from './segment.ts';

/** A writer may take so long from the moment of its change until readers see it. */
const OVERLAP_MILLISECONDS = 15 * 60_000;
/** So many changes that are in no segment yet are looked through by a search. */
const MOST_CHANGES = 200;

/** Names a revision of an item. */
export const revisionName = (itemId: string, revision: number): string => `${itemId} ${revision}`;

/** Changes that the index does not have, and, where there are too many of them, from which moment on they are left out; `newest` are items of the newest segment. */
export async function unindexedChanges(
  { closedThrough, indexedThrough }: { closedThrough: Instant; indexedThrough: Instant },
  newest: readonly DocumentPlace[],
  items: Pick<ItemRepository, 'changes'>,
): Promise<{ changes: Change[]; through: Instant | null }> {
  const overlap = toInstant(Math.max(0, Date.parse(indexedThrough) - OVERLAP_MILLISECONDS));
  const from = isAfter(closedThrough, overlap) ? closedThrough : overlap;
  const known = new Set(newest.map(({ position, revision }) => revisionName(itemIdAt(position), revision)));
  const changes: Change[] = [];
  for await (const { record: change } of items.changes({ from })) {
    if (change.removed || known.has(revisionName(change.itemId, change.revision))) continue;
    if (changes.length >= MOST_CHANGES) return { changes, through: change.changedAt };
    changes.push(change);
  }
  return { changes, through: null };
}
