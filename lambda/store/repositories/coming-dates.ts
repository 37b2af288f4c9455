import type { Day } from '../../model/instant.ts';
import type { ComingDate } from '../../model/item.ts';
import { readComingDates } from '../read-coming.ts';
import { comingDateRecord } from '../records/coming-date.ts';
import type { ComingDateRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import type { Positioned } from '../store-shapes.ts';
import { comingPosition, partitions } from '../table/keys.ts';
import { decoded, mergeLists, readDays, readPartition } from '../timeline.ts';

const DAY_LENGTH = '2023-11-12'.length;

/** Days ahead that articles speak of; a position is the day and the place there, whatever the revision. */
export function createComingDateRepository(context: StoreContext): ComingDateRepository {
  return {
    coming: (range) => readComing(context, range),
    ofRevisions: (revisions) => readComingDates(context, revisions),
  };
}

async function* readComing(
  context: StoreContext,
  { from, to, after }: { from: Day; to?: Day | undefined; after?: string | undefined },
): AsyncGenerator<Positioned<ComingDate>> {
  const start = after?.slice(0, DAY_LENGTH);
  const first = start !== undefined && start > from ? start : from;
  for await (const day of readDays(context, 'mentioned', { from: first, through: to, descending: false })) {
    if (day === to) return;
    yield* readDay(context, day, day === start ? after?.slice(DAY_LENGTH + 1) : undefined);
  }
}

/** The dates of one day, with those that earlier versions put into an index. */
async function* readDay(
  context: StoreContext,
  day: Day,
  behind: string | undefined,
): AsyncGenerator<Positioned<ComingDate>> {
  const lists = ([null, 'gsi1'] as const).map((index) => {
    // In the table the revision follows: "#" comes before "$", which comes before all that values are made of.
    const after = index === null && behind !== undefined ? `${behind}$` : behind;
    const list = readPartition(context, index, partitions.mentioned(day), { after, descending: false });
    return atPlaces(day, decoded(context, list, comingDateRecord.decode));
  });
  yield* mergeLists(lists, false);
}

async function* atPlaces(
  day: Day,
  list: AsyncIterable<Positioned<ComingDate>>,
): AsyncGenerator<Positioned<ComingDate>> {
  for await (const { record } of list) yield { position: `${day}#${comingPosition(record)}`, record };
}
