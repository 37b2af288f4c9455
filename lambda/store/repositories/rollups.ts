import { collect } from '../collect.ts';
import { changedOfClosedDay, putClosedDay, rowsOfClosedDay } from '../counts/closed-day.ts';
import { changedOfOpenDay, closeDay, putOpenDay, readOpenDays, rowsOfOpenDay } from '../counts/open-day.ts';
import { readToldItems } from '../counts/read-told-items.ts';
import { rowsOfSubject } from '../counts/rows-of-subjects.ts';
import { putSpoken } from '../counts/spoken.ts';
import { COUNTED_VERSION, rolledThroughRecord, spokenRecord } from '../records/rollup.ts';
import type { RollupRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { keys, partitions } from '../table/keys.ts';
import { readDays } from '../timeline.ts';

const DAYS_AT_FIRST = 10;

/** Counts by day, recomputed and never incremented. */
export function createRollupRepository(context: StoreContext): RollupRepository {
  let isRecounted = false;
  const through = async () => {
    const found = await context.table.get(keys.rolledThrough());
    if (!found) return null;
    const counted = rolledThroughRecord.decode(found);
    isRecounted = counted.version === COUNTED_VERSION;
    return isRecounted ? counted.through : null;
  };
  return {
    told: (day) => readToldItems(context, day),
    through,
    async setThrough(instant) {
      await context.table.put(rolledThroughRecord.encode({ through: instant, version: COUNTED_VERSION }));
    },
    openDays: async () => [...(await readOpenDays(context)).keys()].sort(),
    async changed(day, rows) {
      const shards = (await readOpenDays(context)).get(day);
      return shards === undefined
        ? changedOfClosedDay(context, day, rows)
        : changedOfOpenDay(context, { day, shards }, rows);
    },
    async putDay(day, rows, { isOpen = false } = {}) {
      const shards = (await readOpenDays(context)).get(day);
      if (isOpen) await putOpenDay(context, { day, shards }, rows);
      else await putClosedDay(context, day, rows);
      await putSpoken(context, day, rows);
      // Only now: until then readers take the rows of the open day, which are all there.
      if (!isOpen && shards !== undefined) await closeDay(context, day);
    },
    async ofDay(day) {
      const shards = (await readOpenDays(context)).get(day);
      const rows =
        shards === undefined ? await rowsOfClosedDay(context, day) : await rowsOfOpenDay(context, { day, shards });
      return rows.toSorted((one, other) => (one.subject < other.subject ? -1 : 1));
    },
    async *spoken(from, to) {
      const range = { index: null, partition: partitions.spoken(), low: from, high: `${to}~`, reverse: true };
      for await (const record of context.table.query({ ...range, pageSize: DAYS_AT_FIRST })) {
        yield spokenRecord.decode(record);
      }
    },
    async ofSubject(subject, from) {
      const isAsNow = isRecounted || (await through()) !== null;
      return rowsOfSubject(context, subject, { from, isAsNow });
    },
    async days(kind, from, to) {
      const days = await collect(readDays(context, kind, { from, through: to, descending: false }));
      return days.filter((day) => day !== to);
    },
  };
}
