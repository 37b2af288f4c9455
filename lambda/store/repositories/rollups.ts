import { isDeepStrictEqual } from 'node:util';
import { collect } from '../collect.ts';
import { keys, partitions } from '../keys.ts';
import { COUNTED_VERSION, rolledThroughRecord, rollupRecord } from '../records/rollup.ts';
import type { RollupRepository } from '../store.ts';
import { getRecord, putRecord, type TableContext } from '../table.ts';
import { batchWrite } from '../table-batches.ts';
import { queryRecords } from '../table-queries.ts';
import { readDays } from '../timeline.ts';

/** Counts by day, recomputed and never incremented. */
export function createRollupRepository(context: TableContext): RollupRepository {
  // As they were a moment ago: nobody but rollup writes them, once an hour.
  const rowsOf = (day: string) =>
    collect(queryRecords(context, { index: null, partition: partitions.rollupOfDay(day) }));
  return {
    async through() {
      const found = await getRecord(context, keys.rolledThrough());
      if (!found) return null;
      const { through, version } = rolledThroughRecord.decode(found);
      return version === COUNTED_VERSION ? through : null;
    },
    async setThrough(instant) {
      await putRecord(context, rolledThroughRecord.encode({ through: instant, version: COUNTED_VERSION }));
    },
    async putDay(day, rows, known) {
      const stored = known ?? (await rowsOf(day)).map(rollupRecord.decode);
      const before = new Map(stored.map((row) => [keys.rollup(day, row.subject).sk, row]));
      const records = new Map(rows.map((row) => rollupRecord.encode({ ...row, day })).map((row) => [row.sk, row]));
      const gone = [...before.keys()].filter((sk) => !records.has(sk));
      // Most rows of a day are as they were an hour ago, and each write costs, in table and index.
      const changed = [...records.values()].filter(
        (row) => !isDeepStrictEqual(rollupRecord.decode(row), before.get(row.sk)),
      );
      await batchWrite(
        context,
        changed,
        gone.map((sk) => ({ pk: partitions.rollupOfDay(day), sk })),
      );
    },
    ofDay: async (day) => (await rowsOf(day)).map(rollupRecord.decode),
    async ofSubject(subject, from) {
      const query = { index: 'gsi1' as const, partition: partitions.rollupsOfSubject(subject), low: from };
      return (await collect(queryRecords(context, query))).map(rollupRecord.decode);
    },
    async days(kind, from, to) {
      const days = await collect(readDays(context, kind, { from, through: to, descending: false }));
      return days.filter((day) => day !== to);
    },
  };
}
