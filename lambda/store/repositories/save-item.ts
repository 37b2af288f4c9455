import { dayOf, type Instant, sortableInstant, toInstant } from '../../model/instant.ts';
import type { Item } from '../../model/item.ts';
import { TTL_ATTRIBUTE } from '../../model/names.ts';
import { withCorrections } from '../corrections/with-corrections.ts';
import type { DayMark, DayMarks } from '../day-marks.ts';
import { changeOf, readFormerChanges } from '../item-changes.ts';
import { copyPartitionsOf, findOriginal, firstStoredAt, putCopies, readCopies, settleCopies } from '../item-copies.ts';
import { type ItemPartition, readItemPartition } from '../item-partition.ts';
import { partsOf } from '../item-parts.ts';
import { listedKeysIn, listedRows } from '../listed-rows.ts';
import { changeRecord } from '../records/change.ts';
import { itemRecord } from '../records/item.ts';
import { leanItem } from '../records/lean-item.ts';
import { itemMark } from '../records/usual-item.ts';
import { revisionOf } from '../revision-of.ts';
import type { ItemRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import type { ItemBundle } from '../store-shapes.ts';
import { keys } from '../table/keys.ts';
import type { Condition, Key } from '../table/port.ts';

/** Writes a bundle, in an order in which it can die anywhere and be run again; see ItemRepository. */
export async function saveItem(
  context: StoreContext,
  days: DayMarks,
  given: ItemBundle,
): ReturnType<ItemRepository['save']> {
  const before = await readItemPartition(context, given.item.id);
  const isRepeated = before.item !== null && isSameRevision(before.item, given.item);
  if (!isRepeated && !follows(before, given)) return { outcome: 'conflict', item: given.item };

  const bundle = await withCorrections(context, given, before.all);
  const copies = copyPartitionsOf(bundle.item);
  const storedAtBefore = bundle.previous?.storedAt ?? ((before.item?.storedAt ?? null) as Instant | null);
  const item = await claimCopies(context, bundle.item, copies, storedAtBefore);

  const parts = await partsOf({ ...bundle, item }, context);
  const rows = listedRows({ ...bundle, item });
  const changes = await readFormerChanges(context, before, item);
  const change = changeOf({ ...bundle, item }, { before, former: changes, copies });
  const written = new Set(parts.map(({ sk }) => sk));
  const owned = before.all.filter((key) => revisionOf(key) !== null);
  const leftovers = owned.filter((key) => revisionOf(key) === item.revision && !written.has(key.sk));
  await days.add(marksOf({ ...bundle, item }));
  // The parts tell which rows belong to them: so they come before these, and go after them.
  const rowsBefore = listedKeysIn(before, (revision) => revision === item.revision);
  await context.table.batchWrite([], without(rowsBefore, rows));
  await context.table.batchWrite([...parts, changeRecord.encode(change, item.expiresAt)], leftovers);
  await context.table.batchWrite(rows);

  const record = itemRecord.encode({ ...leanItem(item), copies }, item.expiresAt);
  if (!(await context.table.put(record, ownCondition(context, bundle)))) return { outcome: 'conflict', item };

  const former = [
    ...change.formerCopies.map((pk) => keys.copy(pk, item.storedAt, item.id)),
    ...change.formers.map((moment) => keys.change(item.id, moment)),
    ...(before.earlierChange ? [keys.earlierChange(item.id)] : []),
  ];
  const outdated = owned.filter((key) => revisionOf(key) !== item.revision);
  await context.table.batchWrite(
    [],
    listedKeysIn(before, (revision) => revision !== item.revision),
  );
  await context.table.batchWrite([], [...outdated, ...former]);
  return { outcome: 'stored', item };
}

const without = (all: Key[], kept: Key[]): Key[] =>
  all.filter(({ pk, sk }) => !kept.some((key) => key.pk === pk && key.sk === sk));

/** Puts the item's copy rows, and gives it the `storedAt` of its first try and the original that it tells again. */
async function claimCopies(
  context: StoreContext,
  item: Item,
  places: string[],
  knownStoredAt: Instant | null,
): Promise<Item> {
  await putCopies(context, item, places);
  const rows = await readCopies(context, places);
  const dated = withStoredAt(item, knownStoredAt ?? firstStoredAt(rows, item));
  await settleCopies(context, rows, dated);
  return { ...dated, duplicateOf: await findOriginal(context, rows, dated, { awaited: true }) };
}

/** The item as if it had been stored at that moment: what is counted from there moves with it. */
function withStoredAt(item: Item, storedAt: Instant): Item {
  if (storedAt === item.storedAt) return item;
  const { publishedAt, expiresAt } = item;
  const isEarlier = publishedAt !== null && sortableInstant(publishedAt) < sortableInstant(storedAt);
  const kept = expiresAt === null ? null : Date.parse(expiresAt) - Date.parse(item.storedAt);
  return {
    ...item,
    storedAt,
    sortAt: isEarlier ? publishedAt : storedAt,
    expiresAt: kept === null ? null : toInstant(Date.parse(storedAt) + kept),
  };
}

function marksOf({ item, statements, comingDates }: ItemBundle): DayMark[] {
  const day = dayOf(item.sortAt);
  return [
    { kind: 'items', day },
    { kind: 'changed', day: dayOf(item.changedAt) },
    ...(statements.length > 0 ? [{ kind: 'statements' as const, day }] : []),
    ...comingDates.map(({ date }) => ({ kind: 'mentioned' as const, day: date })),
  ];
}

const REVISION_FIELDS = ['revision', 'feedHash', 'contentHash', 'extractorVersion'] as const;

/** Whether a run that died has written just this revision already. */
function isSameRevision(stored: Record<string, unknown>, item: Item): boolean {
  return REVISION_FIELDS.every((field) => stored[field] === item[field]);
}

function follows({ item }: ItemPartition, { previous }: ItemBundle): boolean {
  return previous === null ? item === null : item?.revision === previous.revision;
}

/** The item is as it was when it was read, or its time is over, or it is this very revision. */
function ownCondition(context: StoreContext, { item, previous }: ItemBundle): Condition {
  const sameContent = REVISION_FIELDS.map((field): Condition => ({ equals: [field, item[field]] }));
  const isSame: Condition = {
    anyOf: [
      { allOf: [{ equals: ['revision', item.revision] }, { equals: ['mark', itemMark(item)] }] },
      { allOf: sameContent as [Condition, ...Condition[]] },
    ],
  };
  if (previous) return { anyOf: [{ equals: ['revision', previous.revision] }, isSame] };
  const now = Math.floor(context.clock.now() / 1000);
  return { anyOf: [{ exists: false }, { atMost: [TTL_ATTRIBUTE, now] }, isSame] };
}
