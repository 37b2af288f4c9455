import { INDEX_NAMES } from '../../../lambda/model/names.ts';
import type { Attributes, IndexName, Key } from '../../../lambda/store/table/port.ts';
import { keyAttributes } from '../../../lambda/store/table/table-schema.ts';

/** Where LevelDB keeps the rows: records under `r`, those of the indexes, which only name a record, under a figure each. */
const SPACES: Record<IndexName | 'table', string> = { table: 'r', gsi1: '1', gsi2: '2', gsi3: '3' };
/** Ends each part of a row's key; no part holds it. */
const END = '\u0000';
/** Sorts behind a part's end, and before everything that goes on. */
const BEHIND = '\u0001';
const LAST = '\u{10ffff}';

/** A stretch of rows, `gte` inclusive, the other exclusive. */
export interface RowRange {
  gte: string;
  lt: string;
}

/** A part as it stands in a key, in the same order as all others. */
function escaped(part: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these two characters are what is replaced.
  return /[\u0000\u0001]/.test(part)
    ? part.replaceAll('\u0001', '\u0001\u0002').replaceAll('\u0000', '\u0001\u0001')
    : part;
}

const joined = (parts: string[]): string => parts.map(escaped).join(END);

/** The row of a record. */
export function recordRow({ pk, sk }: Key): string {
  return SPACES.table + joined([pk, sk]);
}

/** Rows that the record has in the indexes: none where it lacks one of the index's keys. */
export function indexRows(record: Attributes): string[] {
  const rows: string[] = [];
  for (const index of INDEX_NAMES) {
    const row = indexRow(index, record);
    if (row !== null) rows.push(row);
  }
  return rows;
}

function indexRow(index: IndexName, record: Attributes): string | null {
  const { partition, sort } = keyAttributes(index);
  const [first, second] = [record[partition], record[sort]];
  if (first === undefined || second === undefined) return null;
  return SPACES[index] + joined([first, second, record.pk, record.sk] as string[]);
}

/** The row of an index, or of the table for `null`, that a list stopped at. */
export function rowAt(index: IndexName | null, position: Attributes): string {
  return index === null ? recordRow(position as Key) : (indexRow(index, position) ?? SPACES[index]);
}

/** The record that a row of an index names. */
export function recordRowOf(row: string): string {
  const [sk = '', pk = ''] = row.split(END).reverse();
  return `${SPACES.table}${pk}${END}${sk}`;
}

/** All rows of an index, or of the table for `null`. */
export function wholeSpace(index: IndexName | null): RowRange {
  const space = SPACES[index ?? 'table'];
  return { gte: space, lt: space + LAST };
}

/** What a query asks of sort keys: both ends inclusive, or a beginning. */
export interface SortRange {
  low?: string | undefined;
  lowExclusive?: boolean;
  high?: string | undefined;
  highExclusive?: boolean;
  beginsWith?: string | undefined;
}

/** The rows of a partition whose sort keys lie in the range. */
export function partitionRange(index: IndexName | null, partition: string, sort: SortRange): RowRange {
  const place = SPACES[index ?? 'table'] + escaped(partition);
  const start = place + END;
  if (sort.beginsWith !== undefined) {
    const beginning = start + escaped(sort.beginsWith);
    return { gte: beginning, lt: beginning + LAST };
  }
  const { low, high } = sort;
  return {
    gte: low === undefined ? start : start + escaped(low) + (sort.lowExclusive ? BEHIND : ''),
    lt: high === undefined ? place + BEHIND : start + escaped(high) + (sort.highExclusive ? '' : BEHIND),
  };
}
