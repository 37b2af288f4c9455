import type { Statement } from '../../model/statement.ts';
import { collect } from '../collect.ts';
import { itemPartition } from '../items/record.ts';
import type { StoreContext } from '../store-context.ts';
import type { ItemEdition } from '../store-shapes.ts';
import { decodeEach, isExpired } from '../table/codec.ts';
import { statementRecord, statementsOf } from './record.ts';

/** So many partitions are read side by side. */
const AT_ONCE = 25;

/** The statements of an edition, in text order. */
export async function readEdition(
  context: StoreContext,
  { itemId, edition }: ItemEdition,
  options: { consistent?: boolean } = {},
): Promise<Statement[]> {
  const query = { index: null, partition: itemPartition(itemId), beginsWith: statementsOf(edition), ...options };
  const found = await collect(context.table.query(query));
  const alive = found.filter((record) => !isExpired(record, context.clock.now()));
  return decodeEach(context, alive, statementRecord.decode);
}

/** The statements of many editions, in their order. */
export async function readEditions(context: StoreContext, wanted: readonly ItemEdition[]): Promise<Statement[][]> {
  const lists: Statement[][] = [];
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    const some = wanted.slice(start, start + AT_ONCE);
    lists.push(...(await Promise.all(some.map((one) => readEdition(context, one)))));
  }
  return lists;
}
