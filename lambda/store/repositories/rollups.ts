import { isDeepStrictEqual } from 'node:util';
import type { Day } from '../../model/instant.ts';
import type { Attributes } from '../codec.ts';
import { collect } from '../collect.ts';
import { type CountedSubjects, digestOf, listSubjects, readSubjects, UNKNOWN } from '../counted-subjects.ts';
import { type Key, keys, partitions } from '../keys.ts';
import { readToldItems } from '../read-told-items.ts';
import { COUNTED_VERSION, rolledThroughRecord, rollupRecord, spokenRecord } from '../records/rollup.ts';
import { subjectOf } from '../rollup-subject.ts';
import type { RollupRepository } from '../store.ts';
import type { RollupRow } from '../store-shapes.ts';
import { getRecord, putRecord, type TableContext } from '../table.ts';
import { batchGet, batchWrite } from '../table-batches.ts';
import { queryRecords } from '../table-queries.ts';
import { readDays } from '../timeline.ts';

/** So many speakers fit into a record, however long their ids are. */
const SPEAKERS_A_PART = 1_000;
const DAYS_AT_FIRST = 10;
/** So many rows are written at a time. */
const ROWS_A_WRITE = 500;
const SPEAKER = subjectOf.speaker('');

/** Counts by day, recomputed and never incremented. */
export function createRollupRepository(context: TableContext): RollupRepository {
  let isRecounted = false;
  // As they were a moment ago: nobody but rollup writes them, once an hour.
  const spokenOf = (day: string) =>
    collect(queryRecords(context, { index: null, partition: partitions.spoken(), beginsWith: `${day}#` }));
  const through = async () => {
    const found = await getRecord(context, keys.rolledThrough());
    if (!found) return null;
    const counted = rolledThroughRecord.decode(found);
    isRecounted = counted.version === COUNTED_VERSION;
    return isRecounted ? counted.through : null;
  };
  const rowsOf = async (partition: string, from: Day | undefined, index: 'gsi1' | null) =>
    (await collect(queryRecords(context, { index, partition, low: from }))).map(rollupRecord.decode);
  return {
    told: (day) => readToldItems(context, day),
    through,
    async setThrough(instant) {
      await putRecord(context, rolledThroughRecord.encode({ through: instant, version: COUNTED_VERSION }));
    },
    changed: async (day, rows) => {
      const { changed, gone } = compare(rows, await readCountedDay(context, day));
      return [...changed, ...gone];
    },
    async putDay(day, rows) {
      const stored = await readCountedDay(context, day);
      const { digests, changed, gone, isNew } = compare(rows, stored);
      // A row that no list knows of would stay for ever, were its articles gone at the next count.
      const announced =
        isNew.size === 0
          ? { changed: [], gone: [] }
          : listSubjects({ day, list: 'announced' }, isNew, stored.announced);
      await batchWrite(context, announced.changed);
      for (const some of partsOf(rows, changed)) {
        await batchWrite(
          context,
          some.map((row) => rollupRecord.encode({ ...row, day })),
        );
      }
      await batchWrite(
        context,
        [],
        gone.map((subject) => keys.rollup(day, subject)),
      );
      const counted = listSubjects({ day, list: 'counted' }, digests, stored.counted);
      const spoken = differences(spokenRecords(day, rows), await spokenOf(day), spokenRecord.decode);
      await batchWrite(context, [...counted.changed, ...spoken.changed], spoken.gone);
      const isDone = [...stored.announced.digests.keys()].some((subject) => !digests.has(subject));
      const last = [...counted.gone, ...stored.earlier, ...(isDone ? stored.announced.records : announced.gone)];
      await batchWrite(context, [], last as Key[]);
    },
    async ofDay(day) {
      const { counted, earlier } = await readCountedDay(context, day);
      const found = await batchGet(
        context,
        [...counted.digests.keys()].map((subject) => keys.rollup(day, subject)),
      );
      const rows = new Map([...earlier, ...found].map(rollupRecord.decode).map((row) => [row.subject, row]));
      return [...rows.values()].toSorted((one, other) => (one.subject < other.subject ? -1 : 1));
    },
    async *spoken(from, to) {
      const range = { index: null, partition: partitions.spoken(), low: from, high: `${to}~`, descending: true };
      for await (const record of queryRecords(context, { ...range, pageSize: DAYS_AT_FIRST })) {
        yield spokenRecord.decode(record);
      }
    },
    async ofSubject(subject, from) {
      const partition = partitions.rollupsOfSubject(subject);
      const own = await rowsOf(partition, from, null);
      if (isRecounted || (await through()) !== null) return own;
      const days = new Map([...(await rowsOf(partition, from, 'gsi1')), ...own].map((row) => [row.day, row]));
      return [...days.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1));
    },
    async days(kind, from, to) {
      const days = await collect(readDays(context, kind, { from, through: to, descending: false }));
      return days.filter((day) => day !== to);
    },
  };
}

/** What the table has of a day beside the rows themselves. */
interface CountedDay {
  counted: CountedSubjects;
  announced: CountedSubjects;
  /** Rows as earlier versions kept them, day by day. */
  earlier: Attributes[];
}

async function readCountedDay(context: TableContext, day: Day): Promise<CountedDay> {
  const records = await collect(queryRecords(context, { index: null, partition: partitions.rollupOfDay(day) }));
  const of = (list: string) => records.filter(({ sk }) => String(sk).startsWith(`~${list}#`));
  return {
    counted: readSubjects(of('counted')),
    announced: readSubjects(of('announced')),
    earlier: records.filter(({ sk }) => !String(sk).startsWith('~')),
  };
}

/** What of the rows is not stored just so. Most of a day is as it was an hour ago, and each write costs. */
function compare(rows: Iterable<RollupRow>, { counted, announced, earlier }: CountedDay) {
  const digests = new Map<string, string>();
  for (const row of rows) digests.set(row.subject, digestOf(row));
  const unsure = [...announced.digests.keys(), ...earlier.map((record) => rollupRecord.decode(record).subject)];
  const before = new Map([...unsure.map((subject): [string, string] => [subject, UNKNOWN]), ...counted.digests]);
  return {
    digests,
    changed: [...digests.keys()].filter((subject) => before.get(subject) !== digests.get(subject)),
    gone: [...before.keys()].filter((subject) => !digests.has(subject)),
    /** Those that may have rows, or will have, and are not listed as counted. */
    isNew: new Map(
      [...digests.keys(), ...announced.digests.keys()]
        .filter((subject) => !counted.digests.has(subject))
        .map((subject) => [subject, UNKNOWN]),
    ),
  };
}

/** The rows of these subjects, some at a time: a day with its ten thousands is never held in the form in which it is written. */
function* partsOf(rows: Iterable<RollupRow>, subjects: string[]): Generator<RollupRow[]> {
  const wanted = new Set(subjects);
  let some: RollupRow[] = [];
  for (const row of rows) {
    if (!wanted.has(row.subject)) continue;
    if (some.push(row) < ROWS_A_WRITE) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

function spokenRecords(day: Day, rows: Iterable<RollupRow>) {
  const speakers: [string, number][] = [];
  for (const { subject, statements } of rows) {
    if (subject.startsWith(SPEAKER) && statements > 0) speakers.push([subject.slice(SPEAKER.length), statements]);
  }
  speakers.sort(([one], [other]) => (one < other ? -1 : 1));
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
