import type { Statement } from '../model/statement.ts';
import { type Attributes, isExpired } from './codec.ts';
import { collect } from './collect.ts';
import { keys } from './keys.ts';
import { decodeStatements, isWhole } from './records/statements.ts';
import type { TableContext } from './table.ts';
import { batchGet } from './table-batches.ts';
import { queryRecords } from './table-queries.ts';

/** One revision of an item. */
interface ItemRevision {
  itemId: string;
  revision: number;
}

/** The statements of a revision, in text order. */
export async function readRevision(
  context: TableContext,
  { itemId, revision }: ItemRevision,
  options: { consistent?: boolean } = {},
): Promise<Statement[]> {
  const { pk, sk } = keys.statements(itemId, revision, 0);
  const beginsWith = `${sk.split('#').slice(0, 2).join('#')}#`;
  const found = await collect(queryRecords(context, { index: null, partition: pk, beginsWith, ...options }));
  return decodeStatements(alive(context, found));
}

/** The statements of many revisions, in their order; those that are not in one record, which are few or from earlier versions, take a query each. */
export async function readRevisions(context: TableContext, wanted: readonly ItemRevision[]): Promise<Statement[][]> {
  const placeOf = ({ itemId, revision }: ItemRevision) => keys.statements(itemId, revision, 0);
  const found = alive(context, await batchGet(context, wanted.map(placeOf)));
  const byKey = new Map(found.filter(isWhole).map((record) => [`${record.pk}\n${record.sk}`, record]));
  return Promise.all(
    wanted.map(async (one) => {
      const { pk, sk } = placeOf(one);
      const record = byKey.get(`${pk}\n${sk}`);
      return record ? decodeStatements([record]) : readRevision(context, one);
    }),
  );
}

function alive(context: TableContext, found: Attributes[]): Attributes[] {
  return found.filter((record) => !isExpired(record, context.clock.now()));
}
