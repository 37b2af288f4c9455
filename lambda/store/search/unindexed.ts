import { type Instant, isAfter, toInstant } from '../../model/instant.ts';
import type { ItemRepository } from '../store.ts';
import type { Change } from '../store-shapes.ts';
import type { OpenSegment, Snapshot } from './snapshot.ts';

/** A writer may take so long from the moment of its change until readers see it. */
const OVERLAP_MILLISECONDS = 15 * 60_000;
/** So many changes that are in no segment yet are looked through by a search. */
const MOST_CHANGES = 200;

/** Names a revision of an item. */
export const revisionName = (itemId: string, revision: number): string => `${itemId} ${revision}`;

/** Names of the revisions that a segment has something of. */
export function revisionsIn({ places }: Pick<OpenSegment, 'places'>): Set<string> {
  return new Set(places.map(({ position, revision }) => revisionName(position.split('#')[1] ?? '', revision)));
}

/** Changes that the snapshot does not have, and, where there are too many of them, from which moment on they are left out. */
export async function unindexedChanges(
  { state, open }: Snapshot,
  items: Pick<ItemRepository, 'changes'>,
): Promise<{ changes: Change[]; through: Instant | null }> {
  const overlap = toInstant(Date.parse(state.indexedThrough) - OVERLAP_MILLISECONDS);
  const from = isAfter(state.batchedThrough, overlap) ? state.batchedThrough : overlap;
  const known = revisionsIn(open.items);
  const changes: Change[] = [];
  for await (const { record: change } of items.changes({ from })) {
    if (change.removed || known.has(revisionName(change.itemId, change.revision))) continue;
    if (changes.length >= MOST_CHANGES) return { changes, through: change.changedAt };
    changes.push(change);
  }
  return { changes, through: null };
}
