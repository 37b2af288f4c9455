import type { ComingDate } from '../model/item.ts';
import { collect } from './collect.ts';
import { comingKeysIn } from './coming-rows.ts';
import { comingDateRecord } from './records/coming-date.ts';
import { isOfEarlierVersion } from './records/item-body.ts';
import type { StoreContext } from './store-context.ts';
import { isExpired } from './table/codec.ts';
import { keys } from './table/keys.ts';
import type { Attributes } from './table/port.ts';

/** The coming dates of these revisions of items, by way of their bodies' records, which tell of them; those of an item in text order. */
export async function readComingDates(
  context: StoreContext,
  revisions: readonly { itemId: string; revision: number }[],
  { consistent = false } = {},
): Promise<ComingDate[]> {
  const places = revisions.map(({ itemId, revision }) => keys.itemBody(itemId, revision, 0));
  const bodies = await context.table.batchGet(places, { fields: ['pk', 'sk', 'coming', 'itemId'], consistent });
  const rows = context.table.batchGet(
    comingKeysIn(bodies, () => true),
    { consistent },
  );
  const earlier = bodies.filter(isOfEarlierVersion).map((body) => {
    const [, revision] = String(body.sk).split('#');
    const query = { index: null, partition: String(body.pk), beginsWith: `DATE#${revision}#`, consistent };
    return collect(context.table.query(query));
  });
  const found: Attributes[] = (await Promise.all([rows, ...earlier])).flat();
  const alive = found.filter((record) => !isExpired(record, context.clock.now()));
  return alive.map(comingDateRecord.decode).sort(inTextOrder);
}

function inTextOrder(one: ComingDate, other: ComingDate): number {
  return one.start - other.start || (one.value < other.value ? -1 : 1);
}
