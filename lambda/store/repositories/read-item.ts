import type { DateMention } from '../../model/date-mention.ts';
import { StoreError } from '../../model/errors.ts';
import type { Item } from '../../model/item.ts';
import { collect } from '../collect.ts';
import { fromPieces } from '../pieces.ts';
import { itemRecord, type StoredItem } from '../records/item.ts';
import { type ItemBody, itemBodyRecord } from '../records/item-body.ts';
import { restoreBody } from '../short-body.ts';
import type { StoreContext } from '../store-context.ts';
import { isExpired } from '../table/codec.ts';
import { keys } from '../table/keys.ts';

const READS = 5;

/** Item and dates from its record and body; reads again where a new revision came in between. */
export async function readWholeItem(
  context: StoreContext,
  id: string,
): Promise<{ item: Item; dates: DateMention[] } | null> {
  for (let round = 0; round < READS; round++) {
    const found = await context.table.get(keys.item(id));
    if (!found || isExpired(found, context.clock.now())) return null;
    const stored = itemRecord.decode(found);
    const body = await readBody(context, stored);
    if (body) {
      const { copies: _, ...summary } = stored;
      return { item: { ...summary, ...body.item }, dates: body.dates };
    }
  }
  throw new StoreError('corrupt-record', `the item ${keys.item(id).pk} has no body of its revision`);
}

async function readBody(context: StoreContext, stored: StoredItem): Promise<ItemBody | null> {
  const { id, revision } = stored;
  const { pk, sk } = keys.itemBody(id, revision, 0);
  const beginsWith = sk.slice(0, sk.lastIndexOf('#'));
  const query = { index: null, partition: pk, beginsWith, consistent: true };
  const pieces = (await collect(context.table.query(query))).map(itemBodyRecord.decode);
  if (pieces.length === 0 || pieces.length < (pieces[0]?.pieces ?? 1)) return null;
  const whole = await fromPieces(
    pieces.map(({ data }) => data),
    `${pk} / ${beginsWith}`,
  );
  try {
    return restoreBody(whole, stored);
  } catch (error) {
    throw new StoreError('corrupt-record', `the body ${pk} / ${beginsWith} is not as it must be`, error);
  }
}
