import { dayOf, hourOf, type Instant, sortableInstant, toInstant } from '../../model/instant.ts';
import type { Item } from '../../model/item.ts';
import type { StoreContext } from '../store-context.ts';
import type { ItemBundle } from '../store-shapes.ts';
import { changeKey, changeRecord, type StoredChange } from './change-record.ts';
import { editionIn, revisionOf } from './edition.ts';
import type { ItemPartition } from './item-partition.ts';

/** The item's changes at these moments, as far as their rows are there. */
export async function readChanges(
  context: StoreContext,
  id: string,
  moments: readonly Instant[],
): Promise<StoredChange[]> {
  if (moments.length === 0) return [];
  const wanted = moments.map((moment) => changeKey(id, moment));
  return (await context.table.batchGet(wanted, { consistent: true })).map(changeRecord.decode);
}

/**
 * The changes that one of this item takes the place of: that of the revision that stands, those that it should have taken away itself, and that of a
 * run which died at the same moment. Of one that died at another moment nothing is known here; `repair` takes its row away.
 */
export async function readFormerChanges(
  context: StoreContext,
  { item: stored, all }: ItemPartition,
  item: Pick<Item, 'id' | 'revision' | 'changedAt'>,
): Promise<StoredChange[]> {
  const wasTried = all.some((key) => revisionOf(editionIn(key) ?? '') === item.revision);
  const moments = [...(stored ? [stored.changedAt] : []), ...(wasTried ? [item.changedAt] : [])];
  const found = await readChanges(context, item.id, moments);
  const left = await readChanges(
    context,
    item.id,
    found.flatMap(({ formers }) => formers),
  );
  return [...found, ...left];
}

/** The change, with the hours of former ones that may not have been counted yet. */
export function changeOf(
  { item, previous }: Pick<ItemBundle, 'item' | 'previous'>,
  { before, former, copies }: { before: ItemPartition; former: StoredChange[]; copies: string[] },
): StoredChange {
  const { id: itemId, revision, changedAt, sortAt } = item;
  const hours = [sortAt, ...(previous ? [previous.sortAt] : [])].map(hourOf);
  const tried = former.filter((change) => change.revision === revision);
  const left = [...(before.item?.copies ?? []), ...tried.flatMap(placesOf)];
  // The row of another writer of the same revision stays until `repair`: its answer lost, it may put the item once more, as of its own moment.
  const replaced = former.filter((change) => change.revision !== revision);
  return {
    itemId,
    revision,
    changedAt,
    hours: unique([...hours, ...former.flatMap((change) => change.hours)]),
    removed: false,
    formerCopies: unique(left).filter((place) => !copies.includes(place)),
    copies,
    formers: unique([...replaced.map((change) => change.changedAt), ...tried.flatMap(({ formers }) => formers)]).filter(
      (moment) => moment !== changedAt,
    ),
  };
}

/** Whether anybody has begun to write the item since then, this moment included. */
export async function isTriedSince(context: StoreContext, id: string, since: number): Promise<boolean> {
  const [from, now] = [toInstant(since), toInstant(context.clock.now())];
  for (const day of new Set([from, now].map(dayOf))) {
    const { pk: partition } = changeKey(id, day === dayOf(now) ? now : from);
    const query = { index: null, partition, low: sortableInstant(from), consistent: true, fields: ['sk'] };
    for await (const { sk } of context.table.query(query)) if (String(sk).endsWith(`#${id}`)) return true;
  }
  return false;
}

/** All copy partitions that the change tells of. */
export function placesOf({ formerCopies, copies }: StoredChange): string[] {
  return [...formerCopies, ...copies];
}

const unique = (all: string[]): string[] => [...new Set(all)].sort();
