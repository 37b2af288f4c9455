import type { Day } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import { rollupRecord } from '../records/rollup.ts';
import type { StoreContext } from '../store-context.ts';
import type { RollupRow } from '../store-shapes.ts';
import { keys, partitions } from '../table/keys.ts';
import type { Attributes, Key } from '../table/port.ts';
import { type CountedSubjects, digestOf, listSubjects, readSubjects, UNKNOWN } from './counted-subjects.ts';

/** So many rows are written at a time. */
const ROWS_A_WRITE = 500;

/** Subjects of which the rows say something else than those of the day that are stored, or which only one of them has. */
export async function changedOfClosedDay(
  context: StoreContext,
  day: Day,
  rows: Iterable<RollupRow>,
): Promise<string[]> {
  const { changed, gone } = compare(rows, await readCountedDay(context, day));
  return [...changed, ...gone];
}

/** Replaces the rows of a day that is over, each in a record of its own, by its subject; where it is broken off, it is simply done again. */
export async function putClosedDay(context: StoreContext, day: Day, rows: Iterable<RollupRow>): Promise<void> {
  const stored = await readCountedDay(context, day);
  const { digests, changed, gone, isNew } = compare(rows, stored);
  // A row that no list knows of would stay for ever, were its articles gone at the next count.
  const announced =
    isNew.size === 0 ? { changed: [], gone: [] } : listSubjects({ day, list: 'announced' }, isNew, stored.announced);
  await context.table.batchWrite(announced.changed);
  for (const some of partsOf(rows, changed)) {
    await context.table.batchWrite(some.map((row) => rollupRecord.encode({ ...row, day })));
  }
  await context.table.batchWrite(
    [],
    gone.map((subject) => keys.rollup(day, subject)),
  );
  const counted = listSubjects({ day, list: 'counted' }, digests, stored.counted);
  await context.table.batchWrite(counted.changed);
  const isDone = [...stored.announced.digests.keys()].some((subject) => !digests.has(subject));
  const last = [...counted.gone, ...stored.earlier, ...(isDone ? stored.announced.records : announced.gone)];
  await context.table.batchWrite([], last as Key[]);
}

/** All rows of a day that is over. */
export async function rowsOfClosedDay(context: StoreContext, day: Day): Promise<RollupRow[]> {
  const { counted, earlier } = await readCountedDay(context, day);
  const found = await context.table.batchGet([...counted.digests.keys()].map((subject) => keys.rollup(day, subject)));
  return [...new Map([...earlier, ...found].map(rollupRecord.decode).map((row) => [row.subject, row])).values()];
}

/** What the table has of a day beside the rows themselves. */
interface CountedDay {
  counted: CountedSubjects;
  announced: CountedSubjects;
  /** Rows as earlier versions kept them, day by day. */
  earlier: Attributes[];
}

async function readCountedDay(context: StoreContext, day: Day): Promise<CountedDay> {
  const records = await collect(context.table.query({ index: null, partition: partitions.rollupOfDay(day) }));
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
