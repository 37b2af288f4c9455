import type { Instant } from '../model/instant.ts';
import type { Item } from '../model/item.ts';
import type { Attributes } from './codec.ts';
import type { Key } from './keys.ts';
import { toPieces } from './pieces.ts';
import { comingDateRecord } from './records/coming-date.ts';
import { itemBodyRecord, itemBodySchema } from './records/item-body.ts';
import { encodeStatements } from './records/statements.ts';
import type { ItemBundle } from './store-shapes.ts';

/** Kinds of records that one revision of an item owns: their sort keys begin so, followed by the revision. */
const OWNED = ['STMT', 'DATE', 'BODY'];

/** The revision that a record of an item's partition belongs to; `null` for those that belong to the item as a whole. */
export function revisionOf({ sk }: Key): number | null {
  const [kind, revision] = sk.split('#');
  return OWNED.includes(kind ?? '') && revision !== undefined ? Number(revision) : null;
}

/** All records of the bundle's revision, each key once: statements, coming dates, body. */
export async function partsOf({ item, statements, comingDates, dates }: ItemBundle): Promise<(Attributes & Key)[]> {
  const { id, revision, sortAt, expiresAt } = item;
  const records = [
    ...encodeStatements(
      statements.map((statement) => ({ ...statement, sortAt, revision })),
      expiresAt,
    ),
    ...comingDates.map((date) => comingDateRecord.encode({ ...date, sortAt, revision }, expiresAt)),
    ...(await bodyOf(item, dates, id, revision, expiresAt)),
  ];
  return [...new Map(records.map((record) => [record.sk, record])).values()];
}

async function bodyOf(
  item: Item,
  dates: ItemBundle['dates'],
  itemId: string,
  revision: number,
  expiresAt: Instant | null,
) {
  const pieces = await toPieces(itemBodySchema.parse({ item, dates }));
  return pieces.map((data, piece) =>
    itemBodyRecord.encode({ itemId, revision, piece, pieces: pieces.length, data }, expiresAt),
  );
}
