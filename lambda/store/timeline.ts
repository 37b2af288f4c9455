import { type Day, dayOf, type Instant, sortableInstant } from '../model/instant.ts';
import { type DayKind, daysOf } from './items/day-record.ts';
import type { StoreContext } from './store-context.ts';
import type { Positioned } from './store-shapes.ts';
import { decodeEach, isExpired } from './table/codec.ts';
import type { Attributes, IndexName } from './table/port.ts';
import { keyAttributes } from './table/table-schema.ts';

/** A stretch of a list that is ordered by sort keys: `from` inclusive, `to` exclusive, going on strictly behind `after`. */
export interface SortKeyRange {
  from?: string | undefined;
  to?: string | undefined;
  after?: string | undefined;
  descending: boolean;
  /** Records of the first page. @default 25 */
  pageSize?: number;
}

/** A list that is spread over partitions by day: `partitionsOf` names those of one day, in the index or in the table itself (`null`). */
export interface DayList extends SortKeyRange {
  index: IndexName | null;
  days: DayKind;
  partitionsOf: (day: Day) => string[];
}

const FIRST_PAGE = 25;
/** Of each of the partitions that make a day together. */
const FIRST_PAGE_OF_SHARD = 8;

/** The range of a list ordered by instants, in sort keys. */
export function instantRange(range: {
  from?: Instant | undefined;
  to?: Instant | undefined;
  after?: string | undefined;
}) {
  return {
    from: range.from === undefined ? undefined : sortableInstant(range.from),
    to: range.to === undefined ? undefined : sortableInstant(range.to),
    after: range.after,
  };
}

/** One partition in the order of its sort keys, loaded as it is read. */
export async function* readPartition(
  context: StoreContext,
  index: IndexName | null,
  partition: string,
  range: SortKeyRange,
): AsyncGenerator<Positioned<Attributes>> {
  const { sort } = keyAttributes(index);
  const { from, to, after, descending, pageSize = FIRST_PAGE } = range;
  const low = descending ? from : largest(from, after);
  const high = descending ? smallest(to, after) : to;
  for await (const record of context.table.query({ index, partition, low, high, reverse: descending, pageSize })) {
    const position = record[sort] as string;
    if (position !== after && position !== to) yield { position, record };
  }
}

/** The days that have something, in order. */
export async function* readDays(
  context: StoreContext,
  kind: DayKind,
  range: { from?: Day | undefined; through?: Day | undefined; descending: boolean },
): AsyncGenerator<Day> {
  const { from: low, through: high, descending } = range;
  const query = {
    index: null,
    partition: daysOf(kind),
    low,
    high,
    reverse: descending,
    pageSize: FIRST_PAGE,
  };
  for await (const record of context.table.query(query)) yield record.sk as Day;
}

/** A list over all its days and partitions, merged by sort key: a day's partitions are read only when their day comes. */
export async function* readDayList(context: StoreContext, list: DayList): AsyncGenerator<Positioned<Attributes>> {
  const { from, to, after, descending } = list;
  const low = descending ? from : largest(from, after);
  const high = descending ? smallest(to, after) : to;
  const days = readDays(context, list.days, {
    from: low === undefined ? undefined : dayOf(low),
    through: high === undefined ? undefined : dayOf(high),
    descending,
  });
  for await (const day of days) {
    const shards = list
      .partitionsOf(day)
      .map((partition) => readPartition(context, list.index, partition, { pageSize: FIRST_PAGE_OF_SHARD, ...list }));
    yield* mergeLists(shards, descending);
  }
}

/** The records whose time is not over, decoded; a damaged one is reported and left out. */
export async function* decoded<T>(
  context: StoreContext,
  list: AsyncIterable<Positioned<Attributes>>,
  decode: (attributes: Attributes) => T,
): AsyncGenerator<Positioned<T>> {
  for await (const { position, record } of list) {
    if (isExpired(record, context.clock.now())) continue;
    for (const one of decodeEach(context, [record], decode)) yield { position, record: one };
  }
}

/** Merges lists that are ordered by position, `descending` or not; few lists, so the next is found by looking at each head. */
export async function* mergeLists<T>(
  lists: AsyncGenerator<Positioned<T>>[],
  descending: boolean,
): AsyncGenerator<Positioned<T>> {
  try {
    const heads = await Promise.all(lists.map((list) => list.next()));
    for (;;) {
      let best = -1;
      let bestPosition = '';
      for (const [n, head] of heads.entries()) {
        if (head.done) continue;
        const { position } = head.value;
        const isNext = descending ? position > bestPosition : position < bestPosition;
        if (best !== -1 && !isNext) continue;
        best = n;
        bestPosition = position;
      }
      const list = lists[best];
      const head = heads[best];
      if (!list || !head || head.done) return;
      yield head.value;
      heads[best] = await list.next();
    }
  } finally {
    await Promise.all(lists.map((list) => list.return(undefined)));
  }
}

const largest = (a: string | undefined, b: string | undefined) =>
  a === undefined || (b !== undefined && b > a) ? b : a;
const smallest = (a: string | undefined, b: string | undefined) =>
  a === undefined || (b !== undefined && b < a) ? b : a;
