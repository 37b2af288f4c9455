import { isDeepStrictEqual } from 'node:util';
import type { Day } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import { putFenced } from '../jobs/fenced-writes.ts';
import type { Lease } from '../jobs/lease.ts';
import type { Table } from '../table/port.ts';
import { emptyRow } from './empty-row.ts';
import { countKey, countPartitions, countRecord, type FacetPiece, facetPrefix, facetRecord } from './record.ts';
import { type CountRow, type FacetCount, type FacetKind, facetKindSchema } from './shapes.ts';
import { SUBJECT_SHARDS, subjectOf } from './subject.ts';

/** A record holds 400 KB. */
const LARGEST_PIECE = 200 * 1024;
/** So many rows are compared, and written, at a time. */
const ROWS_AT_A_TIME = 1_000;

/** What is counted of one shard of a day, or of several at once. */
export interface DayPart {
  day: Day;
  rows: CountRow[];
  /** By shard. */
  facets: ReadonlyMap<number, Record<FacetKind, FacetCount[]>>;
}

/**
 * Replaces what is stored of these shards of a day, as far as it is another than before; answers how many rows that were.
 *
 * 1. Facets with all values that there are or were. So whoever takes over knows every subject whose row may be written here.
 * 2. The rows, of subjects that are no more with zeros: a deleted one could be written again by a worker that slept.
 *
 * `rewrite`: all is written under the present lease, changed or not, and an empty piece behind the last one: facets are written piece by piece, so a worker
 * that slept at one of them finds that it is overtaken, and comes to no row.
 */
export async function writeDayPart(
  table: Table,
  lease: Lease,
  { day, rows, facets }: DayPart,
  { rewrite }: { rewrite: boolean },
): Promise<number> {
  /** Subjects that have nothing, and may have had. */
  const empty = new Set<string>();
  for (const kind of facetKindSchema.options) {
    const storedPieces = await readPieces(table, kind, day, { shards: [...facets.keys()], consistent: rewrite });
    for (const [shard, { [kind]: counted }] of facets) {
      const stored = storedPieces.filter((piece) => piece.shard === shard);
      const all = [...counted, ...valuesLeft(stored, counted, rewrite)];
      if (kind === 'speaker' || kind === 'feed') for (const { value } of all) empty.add(subjectOf[kind](value));
      const pieces = piecesOf({ kind, day, shard }, all, rewrite ? stored.length + 1 : stored.length);
      for (const [n, piece] of pieces.entries()) {
        if (!rewrite && isDeepStrictEqual(piece, stored[n])) continue;
        await putFenced(table, lease, [facetRecord.encode(piece)]);
      }
    }
  }
  for (const { subject } of rows) empty.delete(subject);
  const all = [...rows, ...[...empty].map((subject) => emptyRow(day, subject, ''))];
  let written = 0;
  for (let start = 0; start < all.length; start += ROWS_AT_A_TIME) {
    await lease.keep();
    const some = all.slice(start, start + ROWS_AT_A_TIME);
    const changed = rewrite ? some : await changedRows(table, some);
    await putFenced(
      table,
      lease,
      changed.map((row) => countRecord.encode(row)),
    );
    written += changed.length;
  }
  return written;
}

/** Of all shards in one query, else in one for each. */
async function readPieces(
  table: Table,
  kind: FacetKind,
  day: Day,
  { shards, consistent }: { shards: number[]; consistent: boolean },
): Promise<FacetPiece[]> {
  const prefixes =
    shards.length === SUBJECT_SHARDS ? [facetPrefix(day)] : shards.map((shard) => facetPrefix(day, shard));
  const partition = countPartitions.facets(kind);
  const lists = prefixes.map((beginsWith) => collect(table.query({ index: null, partition, beginsWith, consistent })));
  return (await Promise.all(lists)).flat().map(facetRecord.decode);
}

/** Stored values that are not counted any more, with zeros. */
function valuesLeft(stored: FacetPiece[], counted: FacetCount[], rewrite: boolean): FacetCount[] {
  const present = new Set(counted.map(({ value }) => value));
  return stored
    .flatMap(({ values }) => values)
    .filter(
      ({ value, ...counts }) => !present.has(value) && (rewrite || Object.values(counts).some((count) => count > 0)),
    )
    .map(({ value }) => ({ value, statements: 0, items: 0, copies: 0 }));
}

function piecesOf(place: Omit<FacetPiece, 'piece' | 'values'>, counts: FacetCount[], least: number): FacetPiece[] {
  const pieces: FacetPiece[] = [];
  let bytes = 0;
  for (const count of counts.sort((one, other) => (one.value < other.value ? -1 : 1))) {
    const own = JSON.stringify(count).length * 2;
    if (pieces.length === 0 || bytes + own > LARGEST_PIECE) {
      pieces.push({ ...place, piece: pieces.length, values: [] });
      bytes = 0;
    }
    pieces.at(-1)?.values.push(count);
    bytes += own;
  }
  while (pieces.length < least) pieces.push({ ...place, piece: pieces.length, values: [] });
  return pieces;
}

async function changedRows(table: Table, rows: CountRow[]): Promise<CountRow[]> {
  const found = await table.batchGet(rows.map(({ day, subject }) => countKey(day, subject)));
  const stored = new Map(found.map(countRecord.decode).map((row) => [row.subject, row]));
  return rows.filter(
    (row) => !isDeepStrictEqual(row, stored.get(row.subject) ?? emptyRow(row.day, row.subject, row.name)),
  );
}
