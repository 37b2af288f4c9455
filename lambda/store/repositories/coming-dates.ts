import type { Day } from '../../model/instant.ts';
import type { ComingDate } from '../../model/item.ts';
import { isExpired } from '../codec.ts';
import { collect } from '../collect.ts';
import { keys, partitions } from '../keys.ts';
import { comingDateRecord } from '../records/coming-date.ts';
import type { ComingDateRepository } from '../store.ts';
import type { Positioned } from '../store-shapes.ts';
import type { TableContext } from '../table.ts';
import { queryRecords } from '../table-queries.ts';
import { decoded, readDays, readPartition } from '../timeline.ts';

const DAY_LENGTH = '2023-11-12'.length;

/** Days ahead that articles speak of; a position is the day and the sort key there. */
export function createComingDateRepository(context: TableContext): ComingDateRepository {
  return {
    coming: (range) => readComing(context, range),
    async ofItem(itemId) {
      const { pk } = keys.item(itemId);
      const found = await collect(queryRecords(context, { index: null, partition: pk, beginsWith: 'DATE#' }));
      return found.filter((record) => !isExpired(record, context.clock.now())).map(comingDateRecord.decode);
    },
  };
}

async function* readComing(
  context: TableContext,
  { from, to, after }: { from: Day; to?: Day | undefined; after?: string | undefined },
): AsyncGenerator<Positioned<ComingDate>> {
  const start = after?.slice(0, DAY_LENGTH);
  const first = start !== undefined && start > from ? start : from;
  for await (const day of readDays(context, 'mentioned', { from: first, through: to, descending: false })) {
    if (day === to) return;
    const behind = day === start ? after?.slice(DAY_LENGTH + 1) : undefined;
    const list = readPartition(context, 'gsi1', partitions.mentioned(day), { after: behind, descending: false });
    for await (const { position, record } of decoded(context, list, comingDateRecord.decode)) {
      yield { position: `${day}#${position}`, record };
    }
  }
}
