import { type Day, dayOf, type Instant, toInstant } from '../../model/instant.ts';
import { addDays } from '../kernel/parameters/moment.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { askedDays } from './asked-days.ts';
import { type Counted, countDays } from './day-counts.ts';
import type { Interval } from './interval.ts';
import { makeSeries } from './make-series.ts';
import { addRolledDays, type RowReader } from './rolled-days.ts';
import type { Series } from './stats-shapes.ts';

/** What was read of a query just now: its newest rows. */
export interface Read<Row extends Counted> {
  rows: readonly Row[];
  /** Where reading stopped at its bound; `null` where everything was read. */
  since: Instant | null;
}

/** The hourly counts that can go on where reading stopped: none where the query has filters that they do not answer. */
export interface Rolled {
  subjects: readonly string[];
  read: RowReader;
}

const FIRST_DAY = '0000-01-01';

/**
 * Counts over time. What was read just now is exact; where reading stopped, older days come from the hourly counts if these answer the
 * query, else the series begins there and says so.
 */
export async function buildSeries(
  query: { from?: Instant | undefined; to?: Instant | undefined; interval: Interval },
  { rows, since }: Read<Counted>,
  isStatement: boolean,
  rolled: Rolled | null,
  { store, clock }: Pick<QueryContext, 'store' | 'clock'>,
): Promise<Series> {
  const asked = askedDays(query.from, query.to);
  const through = since === null || rolled === null || asked.cut.length > 0 ? null : await store.rollups.through();
  const wholeFrom = since === null ? FIRST_DAY : addDays(dayOf(since), 1);
  const counts = countDays(rows, isStatement, through === null ? FIRST_DAY : wholeFrom);
  if (through !== null && rolled !== null) {
    await addRolledDays(counts, rolled.subjects, { from: asked.from, before: wholeFrom }, rolled.read, store);
  }
  const truncated = since !== null && through === null;
  return makeSeries({
    ...counts,
    interval: query.interval,
    from: asked.from,
    to: asked.to,
    today: dayOf(toInstant(clock.now())),
    cutDays: [...asked.cut, ...(truncated ? [dayOf(since)] : []), ...uncounted(through, wholeFrom)],
    truncated,
    countedThrough: through,
  });
}

/** The days that are taken from hourly counts made before these days were over. */
function uncounted(through: Instant | null, before: Day): Day[] {
  if (through === null) return [];
  const days: Day[] = [];
  for (let day = dayOf(through); day < before; day = addDays(day, 1)) days.push(day);
  return days;
}
