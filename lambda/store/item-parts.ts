import type { Item } from '../model/item.ts';
import { tellComing } from './coming-rows.ts';
import { toPieces } from './pieces.ts';
import { itemBodyRecord, itemBodySchema } from './records/item-body.ts';
import { leanItem } from './records/lean-item.ts';
import { encodeStatements } from './records/statements.ts';
import { shortenBody } from './short-body.ts';
import type { ItemBundle } from './store-shapes.ts';
import type { Attributes, Key } from './table/port.ts';

/** All records of the bundle's revision in the item's partition, each key once: statements and body; see StoreOptions for `isDense`. */
export async function partsOf(
  { item, statements, comingDates, dates }: ItemBundle,
  { isDense = false }: { isDense?: boolean } = {},
): Promise<(Attributes & Key)[]> {
  const { revision, sortAt, expiresAt } = item;
  const records = [
    ...encodeStatements(
      statements.map((statement) => ({ ...statement, sortAt, revision })),
      expiresAt,
    ),
    ...(await bodyOf({ item, dates, isDense }, tellComing(comingDates.map((date) => ({ ...date, sortAt }))))),
  ];
  return [...new Map(records.map((record) => [record.sk, record])).values()];
}

async function bodyOf(
  { item, dates, isDense }: { item: Item; dates: ItemBundle['dates']; isDense: boolean },
  coming: string[] | undefined,
) {
  const { id: itemId, revision, expiresAt } = item;
  const body = shortenBody(itemBodySchema.parse({ item, dates }), leanItem(item));
  const pieces = await toPieces(body, { isDense });
  return pieces.map((data, piece) => {
    const record = { itemId, revision, piece, pieces: pieces.length, data };
    return itemBodyRecord.encode(piece === 0 && coming ? { ...record, coming } : record, expiresAt);
  });
}
