import type { Statement } from '../../model/statement.ts';
import { collect } from '../collect.ts';
import type { StoreContext } from '../store-context.ts';
import { MOST_MEMBERS, memberRecord, membersOf } from '../stories/record.ts';
import { decodeEach, isExpired } from '../table/codec.ts';
import type { Attributes } from '../table/port.ts';
import { statementKey, statementRecord } from './record.ts';

/** The first statements of a saying, in the order of publication; one that belongs to another saying by now is left out. */
export async function readSaying(context: StoreContext, sayingId: string, most = MOST_MEMBERS): Promise<Statement[]> {
  const { table, clock } = context;
  const alive = (found: Attributes[]) => found.filter((record) => !isExpired(record, clock.now()));
  const query = table.query({ index: null, partition: membersOf('saying', sayingId), pageSize: Math.min(most, 50) });
  const members = decodeEach(context, alive(await collect(query, most)), memberRecord.decode);
  const found = decodeEach(context, alive(await table.batchGet(members.map(statementKey))), statementRecord.decode);
  const statements = new Map(found.map((statement) => [statement.id, statement]));
  return members.flatMap(({ id }) => {
    const statement = statements.get(id);
    return statement?.sayingId === sayingId ? [statement] : [];
  });
}
