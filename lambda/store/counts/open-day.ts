import { groupBy } from '../../common/group-by.ts';
import { hashPlace } from '../../common/hash.ts';
import { type Day, toInstant } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import { openCountsRecord, openDaysRecord } from '../records/open-counts.ts';
import type { StoreContext } from '../store-context.ts';
import type { RollupRow } from '../store-shapes.ts';
import { keys, partitions } from '../table/keys.ts';
import type { ReadOptions } from '../table/port.ts';
import { lineIn, packLines, unpackLines, unpackText } from './packed-lines.ts';
import { lineOfRow, lineStart, rowOfLine } from './row-line.ts';

/** A day whose rows stand together in so many records. */
interface OpenDay {
  day: Day;
  shards: number;
}

/** So many rows stand in a record on average: some kilobytes, of which a reader of one row takes all. */
const ROWS_A_SHARD = 150;
const GROWTH = 4;
/** A record holds 400 KB: rows of speakers with hundreds of outlets and roles stand with fewer others. */
const MOST_BYTES = 300 * 1024;
/** Long after a day is over its records go by themselves, which costs nothing; until then they serve where the hourly count has stopped. */
const DAYS_KEPT = 30;
const MILLISECONDS_A_DAY = 86_400_000;

/** The days whose rows stand together, each with the number of its shards. */
export async function readOpenDays(context: StoreContext, options: ReadOptions = {}): Promise<Map<Day, number>> {
  const found = await context.table.get(keys.openDays(), options);
  return new Map(found ? Object.entries(openDaysRecord.decode(found).days) : []);
}

/** Subjects of which the rows say something else than those of the day that are stored, or which only one of them has. */
export async function changedOfOpenDay(
  context: StoreContext,
  open: OpenDay,
  rows: Iterable<RollupRow>,
): Promise<string[]> {
  const stored = new Map<string, string>();
  for (const line of await linesOf(context, open)) stored.set(subjectOf(line), line);
  const changed: string[] = [];
  for (const row of rows) {
    if (stored.get(row.subject) !== lineOfRow(row)) changed.push(row.subject);
    stored.delete(row.subject);
  }
  return [...changed, ...stored.keys()];
}

/**
 * Replaces the rows of a day that is not over. Where there are too many for the number of its shards, all are written anew to more of them, and
 * readers go over to these once all are there; where it is broken off, it is simply done again.
 */
export async function putOpenDay(
  context: StoreContext,
  { day, shards: before }: { day: Day; shards: number | undefined },
  rows: Iterable<RollupRow>,
): Promise<void> {
  const lines: string[] = [];
  for (const row of rows) lines.push(lineOfRow({ ...row, day }));
  let shards = before ?? 1;
  while (lines.length > shards * ROWS_A_SHARD) shards *= GROWTH;
  let packed = inShards(lines, shards);
  while ([...packed.values()].some((data) => data.length > MOST_BYTES) && shards < lines.length) {
    shards *= GROWTH;
    packed = inShards(lines, shards);
  }
  const stored = new Map((await piecesOf(context, { day, shards })).map(({ shard, data }) => [shard, data]));
  const expiresAt = toInstant(Date.parse(day) + DAYS_KEPT * MILLISECONDS_A_DAY);
  const changed = [...packed].filter(([shard, data]) => !isSame(data, stored.get(shard)));
  await context.table.batchWrite(
    changed.map(([shard, data]) => openCountsRecord.encode({ day, shards, shard, data }, expiresAt)),
    [...stored.keys()].filter((shard) => !packed.has(shard)).map((shard) => keys.openCounts(day, shards, shard)),
  );
  if (shards !== before) await changeOpenDays(context, (days) => days.set(day, shards));
}

/** From now on the day's rows are those by subject. */
export async function closeDay(context: StoreContext, day: Day): Promise<void> {
  await changeOpenDays(context, (days) => days.delete(day));
}

/** All rows of a day that is not over. */
export async function rowsOfOpenDay(context: StoreContext, open: OpenDay): Promise<RollupRow[]> {
  return (await linesOf(context, open)).map((line) => rowOfLine(line, open.day));
}

/** Rows of subjects in some open days, by subject; those that there are. */
export async function openRowsOf(
  context: StoreContext,
  wanted: readonly { subject: string; days: readonly OpenDay[] }[],
): Promise<Map<string, RollupRow[]>> {
  const places = wanted.flatMap(({ subject, days }) =>
    days.map(({ day, shards }) => ({ subject, day, key: keys.openCounts(day, shards, hashPlace(subject, shards)) })),
  );
  const found = await context.table.batchGet(places.map(({ key }) => key));
  const texts = new Map(
    found.map((record) => {
      const { day, data } = openCountsRecord.decode(record);
      return [`${record.pk}\n${record.sk}`, unpackText(data, ownerOf(day))];
    }),
  );
  const rows = places.flatMap(({ subject, day, key }) => {
    const line = lineIn(texts.get(`${key.pk}\n${key.sk}`) ?? '', lineStart(subject));
    return line === undefined ? [] : rowOfLine(line, day);
  });
  return groupBy(rows, ({ subject }) => subject);
}

async function changeOpenDays(context: StoreContext, change: (days: Map<Day, number>) => void): Promise<void> {
  const days = await readOpenDays(context);
  change(days);
  await context.table.put(openDaysRecord.encode({ days: Object.fromEntries(days) }));
}

async function piecesOf(context: StoreContext, { day, shards }: OpenDay) {
  const beginsWith = keys.openCounts(day, shards, 0).sk.replace(/\d+$/, '');
  const query = { index: null, partition: partitions.rollupOfDay(day), beginsWith };
  return (await collect(context.table.query(query))).map(openCountsRecord.decode);
}

async function linesOf(context: StoreContext, open: OpenDay): Promise<string[]> {
  return (await piecesOf(context, open)).flatMap(({ data }) => unpackLines(data, ownerOf(open.day)));
}

function inShards(lines: readonly string[], shards: number): Map<number, Uint8Array> {
  const groups = groupBy(lines, (line) => String(hashPlace(subjectOf(line), shards)));
  return new Map([...groups].map(([shard, some]) => [Number(shard), packLines(some.sort())]));
}

const ownerOf = (day: Day): string => `counts of ${day}`;
const subjectOf = (line: string): string => JSON.parse(line.slice(1, /^\["(?:[^"\\]|\\.)*"/.exec(line)?.[0].length));
const isSame = (one: Uint8Array, other: Uint8Array | undefined): boolean =>
  other !== undefined && Buffer.from(one).equals(other);
