import type { ComingDate } from '../../model/item.ts';
import type { StoreContext } from '../store-context.ts';
import type { ItemEdition } from '../store-shapes.ts';
import { decodeEach, isExpired } from '../table/codec.ts';
import { bodyKey } from './body-record.ts';
import { comingDateRecord } from './coming-date-record.ts';
import { comingIn } from './item-partition.ts';

const FIELDS = ['pk', 'sk', 'itemId', 'edition', 'sortAt', 'comingDates'];

/** The coming dates of these editions, by way of the records of their texts, which tell of them; those of an item in text order. */
export async function readComingDates(
  context: StoreContext,
  editions: readonly ItemEdition[],
  { consistent = false } = {},
): Promise<ComingDate[]> {
  const places = editions.map(({ itemId, edition }) => bodyKey(itemId, edition));
  const bodies = await context.table.batchGet(places, { fields: FIELDS, consistent });
  const keys = bodies.flatMap((body) => comingIn(String(body.itemId), body).map(({ key }) => key));
  const found = await context.table.batchGet(keys, { consistent });
  const alive = found.filter((record) => !isExpired(record, context.clock.now()));
  return decodeEach(context, alive, comingDateRecord.decode).sort((one, other) => one.start - other.start);
}
