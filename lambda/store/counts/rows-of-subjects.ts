import type { Day } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import { rollupRecord } from '../records/rollup.ts';
import type { StoreContext } from '../store-context.ts';
import type { RollupRow } from '../store-shapes.ts';
import { partitions } from '../table/keys.ts';
import { openRowsOf, readOpenDays } from './open-day.ts';

/** Of so many subjects the rows are read side by side. */
const AT_ONCE = 25;

/** All rows of the subject from a day on, ascending by day; not `isAsNow`, those of earlier versions are among them. */
export async function rowsOfSubject(
  context: StoreContext,
  subject: string,
  { from, isAsNow }: { from: Day | undefined; isAsNow: boolean },
): Promise<RollupRow[]> {
  const [rows = []] = await rowsOfSubjects(context, [{ subject, from }]);
  if (isAsNow) return rows;
  const earlier = await closedRows(context, { subject, from }, 'gsi1');
  return inOrder([...new Map([...earlier, ...rows].map((row) => [row.day, row])).values()]);
}

/** All rows of each subject from a day on, ascending by day. */
export async function rowsOfSubjects(
  context: StoreContext,
  wanted: readonly { subject: string; from: Day | undefined }[],
): Promise<RollupRow[][]> {
  const [closed, days] = await Promise.all([
    readClosed(context, wanted),
    // As they were a moment ago: what was left for rows by subject is there for weeks.
    readOpenDays(context, { consistent: false }),
  ]);
  const open = [...days].map(([day, shards]) => ({ day, shards }));
  const own = await openRowsOf(
    context,
    wanted.map(({ subject, from }) => ({
      subject,
      days: open.filter(({ day }) => from === undefined || day >= from),
    })),
  );
  const isOpen = new Set(open.map(({ day }) => day));
  return wanted.map(({ subject }, index) =>
    inOrder([...(closed[index] ?? []).filter(({ day }) => !isOpen.has(day)), ...(own.get(subject) ?? [])]),
  );
}

async function readClosed(
  context: StoreContext,
  wanted: readonly { subject: string; from: Day | undefined }[],
): Promise<RollupRow[][]> {
  const rows: RollupRow[][] = [];
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    rows.push(
      ...(await Promise.all(wanted.slice(start, start + AT_ONCE).map((one) => closedRows(context, one, null)))),
    );
  }
  return rows;
}

async function closedRows(
  context: StoreContext,
  { subject, from }: { subject: string; from: Day | undefined },
  index: 'gsi1' | null,
): Promise<RollupRow[]> {
  const partition = partitions.rollupsOfSubject(subject);
  return (await collect(context.table.query({ index, partition, low: from }))).map(rollupRecord.decode);
}

const inOrder = (rows: RollupRow[]): RollupRow[] => rows.sort((one, other) => (one.day < other.day ? -1 : 1));
