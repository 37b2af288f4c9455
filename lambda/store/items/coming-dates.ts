import type { Day } from '../../model/instant.ts';
import type { ComingDate } from '../../model/item.ts';
import type { ComingDateRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import type { Positioned } from '../store-shapes.ts';
import { decoded, readDays, readPartition } from '../timeline.ts';
import { comingDateRecord, comingPosition, mentionedOn } from './coming-date-record.ts';
import { readComingDates } from './read-coming-dates.ts';

const DAY_LENGTH = '2023-11-12'.length;

/** Days ahead that articles speak of; a position is the day and the place there, whatever the edition. */
export function createComingDateRepository(context: StoreContext): ComingDateRepository {
  return {
    coming: (range) => readComing(context, range),
    ofEditions: (editions) => readComingDates(context, editions),
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
    // The edition follows in the key: "#" comes before "$", which comes before all letters and digits.
    const behind = day === start ? `${after?.slice(DAY_LENGTH + 1)}$` : undefined;
    const list = readPartition(context, null, mentionedOn(day), { after: behind, descending: false });
    for await (const { record } of decoded(context, list, comingDateRecord.decode)) {
      yield { position: `${day}#${comingPosition(record)}`, record };
    }
  }
}
