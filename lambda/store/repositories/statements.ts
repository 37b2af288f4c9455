import type { Statement } from '../../model/statement.ts';
import { isExpired } from '../codec.ts';
import { collect } from '../collect.ts';
import { keys, partitions } from '../keys.ts';
import { statementRecord } from '../records/statement.ts';
import type { StatementRepository } from '../store.ts';
import { getRecord, type TableContext } from '../table.ts';
import { queryRecords } from '../table-queries.ts';
import { decoded, instantRange, readDayList, readPartition } from '../timeline.ts';
import { statementsOfFeed } from './statements-of-feed.ts';

/** Statements in lists, and of one item. */
export function createStatementRepository(context: TableContext): StatementRepository {
  const ofRevision = async (itemId: string, revision: number): Promise<Statement[]> => {
    const { pk, sk } = keys.statement(itemId, revision, 0, '');
    const beginsWith = sk.split('#').slice(0, 2).join('#');
    const found = await collect(queryRecords(context, { index: null, partition: pk, beginsWith }));
    return found.map(statementRecord.decode);
  };
  return {
    ofRevision,
    newest({ speakerId, feedId, ...range }) {
      const sortKeys = { ...instantRange(range), descending: true };
      if (feedId !== undefined && speakerId === undefined) {
        return statementsOfFeed(context, { feedId, range: sortKeys, ofRevision });
      }
      const list =
        speakerId !== undefined
          ? readPartition(context, 'gsi1', partitions.statementsOfSpeaker(speakerId), sortKeys)
          : readDayList(context, {
              ...sortKeys,
              index: 'gsi2',
              days: 'statements',
              partitionsOf: partitions.statementsOfDay,
            });
      const statements = decoded(context, list, statementRecord.decode);
      return speakerId !== undefined && feedId !== undefined ? ofFeed(statements, feedId) : statements;
    },
    async ofItem(itemId) {
      const item = await getRecord(context, keys.item(itemId));
      if (!item || isExpired(item, context.clock.now())) return [];
      return ofRevision(itemId, Number(item.revision));
    },
  };
}

async function* ofFeed<T extends { record: Statement }>(list: AsyncIterable<T>, feedId: string): AsyncGenerator<T> {
  for await (const entry of list) if (entry.record.feedId === feedId) yield entry;
}
