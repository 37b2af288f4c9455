import type { Statement } from '../../model/statement.ts';
import type { StoreContext } from '../store-context.ts';
import { MOST_MEMBERS, membersOf, type Occurrence } from '../stories/record.ts';
import { readMembers } from '../stories/repository.ts';
import { decodeEach, isExpired } from '../table/codec.ts';
import { statementKey, statementRecord } from './record.ts';

/** The statements of a saying, in the order of publication; one that belongs to another saying by now is left out. */
export async function readSaying(context: StoreContext, sayingId: string): Promise<Statement[]> {
  const members = await readMembers(context, membersOf('saying', sayingId), MOST_MEMBERS, { consistent: false });
  return readSaid(context, sayingId, members);
}

/** Those of these statements that belong to the saying now. */
export async function readSaid(
  context: StoreContext,
  sayingId: string,
  members: readonly Pick<Occurrence, 'id' | 'itemId' | 'edition' | 'start'>[],
): Promise<Statement[]> {
  const read = await context.table.batchGet(members.map(statementKey));
  const alive = read.filter((record) => !isExpired(record, context.clock.now()));
  const found = decodeEach(context, alive, statementRecord.decode);
  const statements = new Map(found.map((statement) => [statement.id, statement]));
  return members.flatMap(({ id }) => {
    const statement = statements.get(id);
    return statement?.sayingId === sayingId ? [statement] : [];
  });
}
