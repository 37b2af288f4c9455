import type { Instant } from '../../model/instant.ts';
import type { StoreContext } from '../store-context.ts';
import type { Key } from '../table/port.ts';
import { changeKey, type StoredChange } from './change-record.ts';
import { copyKey } from './copy-record.ts';
import { editionIn, revisionOf } from './edition.ts';
import { isTriedSince, placesOf, readChanges } from './item-changes.ts';
import type { ItemPartition } from './item-partition.ts';

/** A writer that has not come to its end in this time is dead; before, its records are not to be touched. */
const DEAD_AFTER_MILLISECONDS = 3_600_000;

/** Who has written an item, and who has tried to. */
export interface Tries {
  /** The change that made the item what it is. */
  own: StoredChange | null;
  /** Changes of others, who came to no end, or whose revision is no more; dead since an hour. */
  dead: StoredChange[];
  /** Whether whoever wrote records of a later revision than this one is dead. */
  isDeadBeyond(revision: number): Promise<boolean>;
}

/** Reads the item's own change and the one at that moment. */
export async function readTries(
  context: StoreContext,
  id: string,
  { item, all }: ItemPartition,
  changedAt: Instant | undefined,
): Promise<Tries> {
  const deadSince = context.clock.now() - DEAD_AFTER_MILLISECONDS;
  const last = item?.changedAt ?? null;
  const moments = [...(last === null ? [] : [last]), ...(changedAt === undefined ? [] : [changedAt])];
  const changes = await readChanges(context, id, moments);
  const isOver = (change: StoredChange): boolean => Date.parse(change.changedAt) <= deadSince;
  const own = changes.find((change) => change.changedAt === last) ?? null;
  return {
    own,
    dead: changes.filter((change) => change !== own && isOver(change)),
    async isDeadBeyond(revision) {
      if (!all.some((key) => revisionOf(editionIn(key) ?? '') > revision)) return false;
      return changes.length > 0 && changes.every(isOver) && !(await isTriedSince(context, id, deadSince + 1));
    },
  };
}

/**
 * Rows of an item elsewhere that its present revision has left, or that one put whose writer died, as far as they are there: in copy partitions, and of
 * changes. Of an item that has no row of its own change another one stays: readers have to hear of it.
 */
export async function staleElsewhere(
  context: StoreContext,
  id: string,
  { item }: ItemPartition,
  { own, dead }: Tries,
): Promise<{ copies: Key[]; changes: Key[] }> {
  if (!item) return { copies: [], changes: [] };
  const places = [...(own?.formerCopies ?? []), ...dead.flatMap(placesOf)].filter(
    (place) => !item.copies.includes(place),
  );
  const moments = [item.storedAt, ...dead.map(({ changedAt }) => changedAt)];
  const copies = places.flatMap((pk) => moments.map((moment) => copyKey(pk, moment, id)));
  const replaced = [...(own?.formers ?? []), ...dead.map(({ changedAt }) => changedAt)];
  const changes = own ? replaced.map((moment) => changeKey(id, moment)) : [];
  const found = await context.table.batchGet([...copies, ...changes], { fields: ['pk', 'sk'], consistent: true });
  const isThere = ({ pk, sk }: Key): boolean => found.some((row) => row.pk === pk && row.sk === sk);
  return { copies: unique(copies).filter(isThere), changes: unique(changes).filter(isThere) };
}

const unique = (all: Key[]): Key[] => [...new Map(all.map((key) => [`${key.pk}\n${key.sk}`, key])).values()];
