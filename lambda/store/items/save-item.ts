import { dayOf, type Instant, sortableInstant, toInstant } from '../../model/instant.ts';
import type { Item } from '../../model/item.ts';
import { withCorrections } from '../corrections/with-corrections.ts';
import { withoutSpeakers } from '../removals/erased.ts';
import type { StoreContext } from '../store-context.ts';
import type { ItemBundle, WithoutEdition } from '../store-shapes.ts';
import type { Condition } from '../table/port.ts';
import { changeKey, changeRecord } from './change-record.ts';
import { copyKey } from './copy-record.ts';
import type { DayMark, DayMarks } from './day-marks.ts';
import { editionIn } from './edition.ts';
import { editionRows } from './edition-rows.ts';
import { changeOf, readFormerChanges } from './item-changes.ts';
import { copyPartitionsOf, findOriginal, firstStoredAt, putCopies, readCopies, settleCopies } from './item-copies.ts';
import { type HeldItem, readItemPartition } from './item-partition.ts';
import type { ItemRepository } from './item-repository.ts';
import { summaryOf } from './item-summary.ts';
import { itemRecord } from './record.ts';

/**
 * Writes a bundle, in an order in which it can die anywhere and be run again; see ItemRepository. The writes are:
 *
 * 1. the item's rows in copy partitions, by which two copies that come at once agree which of them is the original;
 * 2. marks of the days that it touches;
 * 3. its change, by which `repair` finds whatever a writer that dies leaves;
 * 4. statements and text, under the new edition, which no reader sees yet;
 * 5. rows of the calendar, of which the text tells: so they come after it, and go before it;
 * 6. the item's own record, on condition of the revision that it replaces: from here on readers see the new edition;
 * 7. deletion of what former editions left: rows of the calendar, then statements, texts, copy rows and changes.
 */
export async function saveItem(
  context: StoreContext,
  days: DayMarks,
  given: ItemBundle,
  erased: ReadonlySet<string> = new Set(),
): ReturnType<ItemRepository['save']> {
  const { table } = context;
  const before = await readItemPartition(context, given.item.id);
  if (before.isTakenDown) return { outcome: 'removed', item: given.item };
  if (!follows(before.item, given)) return { outcome: 'conflict', item: given.item };

  const bundle = withoutSpeakers(await withCorrections(context, given, before.all), erased);
  const copies = copyPartitionsOf(bundle.item);
  const storedAtBefore = bundle.previous?.storedAt ?? before.item?.storedAt ?? null;
  const claimed = await claimCopies(context, bundle.item, copies, storedAtBefore);

  const { item, owned, coming } = await editionRows({ ...bundle, item: claimed });
  const former = await readFormerChanges(context, before, item);
  const change = changeOf({ ...bundle, item }, { before, former, copies });
  await days.add(marksOf({ ...bundle, item }));
  await table.put(changeRecord.encode(change, item.expiresAt));
  await table.batchWrite(owned);
  await table.batchWrite(coming);

  const record = itemRecord.encode({ ...summaryOf(item), edition: item.edition, copies }, item.expiresAt);
  if (!(await table.put(record, ownCondition(context, item, bundle)))) return { outcome: 'conflict', item };

  const stale = before.all.filter((key) => (editionIn(key) ?? item.edition) !== item.edition);
  await table.batchWrite(
    [],
    before.coming.flatMap(({ edition, key }) => (edition === item.edition ? [] : [key])),
  );
  await table.batchWrite(
    [],
    [
      ...stale,
      ...change.formerCopies.map((pk) => copyKey(pk, item.storedAt, item.id)),
      ...change.formers.map((moment) => changeKey(item.id, moment)),
    ],
  );
  return { outcome: 'stored', item };
}

type Unsaved = WithoutEdition<Item>;

/** Puts the item's copy rows, and gives it the `storedAt` of its first try and the original that it tells again. */
async function claimCopies(
  context: StoreContext,
  item: Unsaved,
  places: string[],
  knownStoredAt: Instant | null,
): Promise<Unsaved> {
  await putCopies(context, item, places);
  const rows = await readCopies(context, places);
  const dated = withStoredAt(item, knownStoredAt ?? firstStoredAt(rows, item));
  await settleCopies(context, rows, dated);
  // Whose copy an article of a story is, is decided when stories are linked.
  if (dated.storyId !== undefined) return dated;
  return { ...dated, duplicateOf: await findOriginal(context, rows, dated, { awaited: true }) };
}

/** The item as if it had been stored at that moment: what is counted from there moves with it. */
function withStoredAt(item: Unsaved, storedAt: Instant): Unsaved {
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

/** Whether the stored item is the one that the bundle replaces, or one that a run which died has already made of this bundle. */
function follows(stored: HeldItem | null, { item, previous }: ItemBundle): boolean {
  const fields = ['revision', 'feedHash', 'contentHash', 'extractorVersion'] as const;
  if (stored && fields.every((field) => stored[field] === item[field])) return true;
  return previous === null ? stored === null : stored?.revision === previous.revision;
}

/** The item is as it was when it was read, or its time is over, or it is this very edition. */
function ownCondition({ clock }: StoreContext, { edition }: Item, { previous }: ItemBundle): Condition {
  const isSame: Condition = { equals: ['edition', edition] };
  if (previous) return { anyOf: [{ equals: ['revision', previous.revision] }, isSame] };
  const now = Math.floor(clock.now() / 1000);
  return { anyOf: [{ exists: false }, { atMost: ['ttl', now] }, isSame] };
}
