import { collect } from '../collect.ts';
import type { StoreContext } from '../store-context.ts';
import type { Attributes, Key } from '../table/port.ts';
import { deliveriesOf, deliveriesOfItem } from './delivery-record.ts';
import { SEARCHES } from './record.ts';

const keyOf = ({ pk, sk }: Attributes): Key => ({ pk: String(pk), sk: String(sk) });

/**
 * Deletes what saved searches have told of an item, or are about to tell: it holds the words. Of all its statements, or of those with these ids.
 */
export async function removeDeliveries(
  context: StoreContext,
  itemId: string,
  statementIds?: ReadonlySet<string>,
): Promise<void> {
  const { table } = context;
  for await (const { pk } of table.query({ index: 'gsi1', partition: SEARCHES })) {
    const found = await collect(
      table.query({ index: null, partition: String(pk), beginsWith: deliveriesOfItem(itemId), consistent: true }),
    );
    const own = found.filter(({ statementId }) => statementIds?.has(String(statementId)) ?? true);
    await table.batchWrite([], own.map(keyOf));
  }
}

/** Deletes everything that a search has told or is about to tell, and which sayings it has told. */
export async function removeDeliveriesOfSearch({ table }: StoreContext, searchId: string): Promise<void> {
  const partition = deliveriesOf(searchId);
  await table.batchWrite([], (await collect(table.query({ index: null, partition, consistent: true }))).map(keyOf));
}
