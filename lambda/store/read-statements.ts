import type { Statement } from '../model/statement.ts';
import { collect } from './collect.ts';
import { decodeStatements, isWhole } from './records/statements.ts';
import type { StoreContext } from './store-context.ts';
import { isExpired } from './table/codec.ts';
import { keys } from './table/keys.ts';
import type { Attributes } from './table/port.ts';

/** One revision of an item. */
interface ItemRevision {
  itemId: string;
  revision: number;
}

/** The statements of a revision, in text order. */
export async function readRevision(
  context: StoreContext,
  { itemId, revision }: ItemRevision,
  options: { consistent?: boolean } = {},
): Promise<Statement[]> {
  const { pk, sk } = keys.statements(itemId, revision, 0);
  const beginsWith = `${sk.split('#').slice(0, 2).join('#')}#`;
  const found = await collect(context.table.query({ index: null, partition: pk, beginsWith, ...options }));
  return decodeStatements(alive(context, found));
}

/** The statements of many revisions, in their order; those that are not in one record, which are few or from earlier versions, take a query each. */
export async function readRevisions(context: StoreContext, wanted: readonly ItemRevision[]): Promise<Statement[][]> {
  const placeOf = ({ itemId, revision }: ItemRevision) => keys.statements(itemId, revision, 0);
  const found = alive(context, await context.table.batchGet(wanted.map(placeOf)));
  const byKey = new Map(found.filter(isWhole).map((record) => [`${record.pk}\n${record.sk}`, record]));
  return Promise.all(
    wanted.map(async (one) => {
      const { pk, sk } = placeOf(one);
      const record = byKey.get(`${pk}\n${sk}`);
      return record ? decodeStatements([record]) : readRevision(context, one);
    }),
  );
}

function alive(context: StoreContext, found: Attributes[]): Attributes[] {
  return found.filter((record) => !isExpired(record, context.clock.now()));
}
