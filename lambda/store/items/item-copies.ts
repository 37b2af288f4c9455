import * as z from 'zod';
import { type Instant, sortableInstant } from '../../model/instant.ts';
import type { Item } from '../../model/item.ts';
import { collect } from '../collect.ts';
import type { StoreContext } from '../store-context.ts';
import { decodeEach, isExpired } from '../table/codec.ts';
import { type CopyRow, copiesOfText, copiesOfUrl, copyKey, copyRecord } from './copy-record.ts';
import { itemKey } from './record.ts';

/** Shorter texts ("Read more on our site") are alike without being copies of each other. */
const SHORTEST_TEXT = 120;
/** A text with more copies than this is boilerplate; the first ones tell all there is to know. */
const MOST_ROWS = 1000;
const MOST_OWNERS = 25;

/** An item as far as copies go. */
export type CopyIdentity = Pick<Item, 'id' | 'feedId' | 'storedAt' | 'expiresAt'>;

/** The rows of every partition that the item has a row in, ordered by `storedAt`, then id. */
export type CopyRows = Map<string, CopyRow[]>;

/** What is asked of an item that may be the original. */
const ownerSchema = z.object({ id: z.string(), duplicateOf: z.string().nullable(), copies: z.array(z.string()) });

/** Partitions of the item's address and of its text after the dateline. */
export function copyPartitionsOf(
  item: Pick<Item, 'contentText' | 'dateline' | 'canonicalUrl' | 'contentHash'>,
): string[] {
  const text = item.contentText.slice(item.dateline?.bodyStart ?? 0).trim();
  return [
    ...(item.canonicalUrl ? [copiesOfUrl(item.canonicalUrl)] : []),
    ...(text.length >= SHORTEST_TEXT ? [copiesOfText(item.contentHash)] : []),
  ];
}

/** Puts a row of the item into each partition. */
export async function putCopies(context: StoreContext, item: CopyIdentity, places: string[]): Promise<void> {
  const { id: itemId, feedId, storedAt, expiresAt } = item;
  await context.table.batchWrite(places.map((pk) => copyRecord.encode({ pk, itemId, feedId, storedAt }, expiresAt)));
}

/** Reads what is in the partitions now. */
export async function readCopies(context: StoreContext, places: string[]): Promise<CopyRows> {
  const now = context.clock.now();
  const lists = places.map(async (partition): Promise<[string, CopyRow[]]> => {
    const found = await collect(context.table.query({ index: null, partition, consistent: true }), MOST_ROWS);
    const alive = found.filter((row) => !isExpired(row, now));
    return [partition, decodeEach(context, alive, copyRecord.decode)];
  });
  return new Map(await Promise.all(lists));
}

/** When the item's first row was put: earlier than now where a run died before. */
export function firstStoredAt(rows: CopyRows, item: CopyIdentity): Instant {
  const own = [...rows.values()].flat().filter(({ itemId }) => itemId === item.id);
  return own.reduce((first, { storedAt }) => (isBefore(storedAt, first) ? storedAt : first), item.storedAt);
}

/** Leaves exactly one row of the item in each partition, the one of its `storedAt`. */
export async function settleCopies(context: StoreContext, rows: CopyRows, item: CopyIdentity): Promise<void> {
  const own = [...rows].map(([place, all]) => ({ place, own: all.filter(({ itemId }) => itemId === item.id) }));
  const missing = own.filter((entry) => !entry.own.some(({ storedAt }) => storedAt === item.storedAt));
  await putCopies(
    context,
    item,
    missing.map(({ place }) => place),
  );
  const surplus = own.flatMap((entry) => entry.own.filter(({ storedAt }) => storedAt !== item.storedAt));
  await context.table.batchWrite(
    [],
    surplus.map(({ pk, storedAt, itemId }) => copyKey(pk, storedAt, itemId)),
  );
}

/**
 * The item that told the same first, or `null`. Items of one feed may share an address (many feeds link all to one page)
 * without being copies; the same text makes them copies wherever they stand. A row counts when its item still has that
 * address or text; with `awaited`, also when that item is not there yet: it may be on its way.
 */
export async function findOriginal(
  context: StoreContext,
  rows: CopyRows,
  item: CopyIdentity,
  options: { awaited: boolean },
): Promise<string | null> {
  const earlier = [...rows.values()].flatMap((all) => earlierRows(all, item)).sort(inOrder);
  if (earlier.length === 0) return null;
  const candidates = earlier.slice(0, MOST_OWNERS);
  const found = await context.table.batchGet(
    candidates.map(({ itemId }) => itemKey(itemId)),
    { fields: [...Object.keys(ownerSchema.shape), 'ttl'], consistent: true },
  );
  const alive = found.filter((record) => !isExpired(record, context.clock.now()));
  const owners = new Map(
    alive.flatMap((record) => {
      const { success, data } = ownerSchema.safeParse(record);
      return success ? [[data.id, data] as const] : [];
    }),
  );
  for (const { pk, itemId } of candidates) {
    const owner = owners.get(itemId);
    if (!owner && options.awaited) return itemId;
    if (!owner?.copies.includes(pk)) continue;
    return owner.duplicateOf !== null && owner.duplicateOf !== item.id ? owner.duplicateOf : itemId;
  }
  return null;
}

function earlierRows(all: CopyRow[], item: CopyIdentity): CopyRow[] {
  const earlier = all.filter((row) => row.itemId !== item.id && inOrder(row, { ...item, itemId: item.id }) < 0);
  const [first] = earlier;
  return first && isOfAddress(first.pk) && first.feedId === item.feedId ? [] : earlier;
}

const isOfAddress = (partition: string): boolean => partition.startsWith('URL#');

interface Placed {
  storedAt: Instant;
  itemId: string;
}

function inOrder(a: Placed, b: Placed): number {
  const [left, right] = [a, b].map(({ storedAt, itemId }) => `${sortableInstant(storedAt)}#${itemId}`);
  return left === right ? 0 : String(left) < String(right) ? -1 : 1;
}

function isBefore(a: Instant, b: Instant): boolean {
  return sortableInstant(a) < sortableInstant(b);
}
