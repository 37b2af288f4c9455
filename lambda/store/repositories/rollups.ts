import { isDeepStrictEqual } from 'node:util';
import type { Day } from '../../model/instant.ts';
import type { Attributes } from '../codec.ts';
import { collect } from '../collect.ts';
import { type Key, keys, partitions } from '../keys.ts';
import { COUNTED_VERSION, rolledThroughRecord, rollupRecord, spokenRecord } from '../records/rollup.ts';
import { subjectOf } from '../rollup-subject.ts';
import type { RollupRepository } from '../store.ts';
import type { RollupRow } from '../store-shapes.ts';
import { getRecord, putRecord, type TableContext } from '../table.ts';
import { batchWrite } from '../table-batches.ts';
import { queryRecords } from '../table-queries.ts';
import { readDays } from '../timeline.ts';

/** So many speakers fit into a record, however long their ids are. */
const SPEAKERS_A_PART = 1_000;
const DAYS_AT_FIRST = 10;
const SPEAKER = subjectOf.speaker('');

/** Counts by day, recomputed and never incremented. */
export function createRollupRepository(context: TableContext): RollupRepository {
  // As they were a moment ago: nobody but rollup writes them, once an hour.
  const rowsOf = (day: string) =>
    collect(queryRecords(context, { index: null, partition: partitions.rollupOfDay(day) }));
  const spokenOf = (day: string) =>
    collect(queryRecords(context, { index: null, partition: partitions.spoken(), beginsWith: `${day}#` }));
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
    async putDay(day, rows) {
      const counts = differences(
        rows.map((row) => rollupRecord.encode({ ...row, day })),
        await rowsOf(day),
        rollupRecord.decode,
      );
      const spoken = differences(spokenRecords(day, rows), await spokenOf(day), spokenRecord.decode);
      await batchWrite(context, [...counts.changed, ...spoken.changed], [...counts.gone, ...spoken.gone]);
    },
    ofDay: async (day) => (await rowsOf(day)).map(rollupRecord.decode),
    async *spoken(from, to) {
      const range = { index: null, partition: partitions.spoken(), low: from, high: `${to}~`, descending: true };
      for await (const record of queryRecords(context, { ...range, pageSize: DAYS_AT_FIRST })) {
        yield spokenRecord.decode(record);
      }
    },
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

function spokenRecords(day: Day, rows: RollupRow[]) {
  const speakers = rows
    .filter(({ subject, statements }) => subject.startsWith(SPEAKER) && statements > 0)
    .map(({ subject, statements }): [string, number] => [subject.slice(SPEAKER.length), statements])
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Array.from({ length: Math.ceil(speakers.length / SPEAKERS_A_PART) }, (_, part) =>
    spokenRecord.encode({
      ...{ day, part },
      speakers: speakers.slice(part * SPEAKERS_A_PART, (part + 1) * SPEAKERS_A_PART),
    }),
  );
}

/** Of the records those that say something else than before, and keys of those that are no more: most of a day is as it was an hour ago, and each write costs. */
function differences(
  records: (Attributes & Key)[],
  stored: Attributes[],
  decode: (record: Attributes) => unknown,
): { changed: (Attributes & Key)[]; gone: Key[] } {
  const before = new Map(stored.map((record) => [String(record.sk), record]));
  const now = new Set(records.map(({ sk }) => sk));
  return {
    changed: records.filter((record) => {
      const old = before.get(record.sk);
      return !old || !isDeepStrictEqual(decode(record), decode(old));
    }),
    gone: (stored as Key[]).filter(({ sk }) => !now.has(sk)).map(({ pk, sk }) => ({ pk, sk })),
  };
}
