import { sha256 } from '../../lambda/common/hash.ts';
import { INDEX_NAMES } from '../../lambda/model/names.ts';
import { collect } from '../../lambda/store/collect.ts';
import type { Attributes, IndexName, Table } from '../../lambda/store/table/port.ts';
import { keyAttributes } from '../../lambda/store/table/table-schema.ts';

/** All records of the table and of each of its indexes, sorted, for comparing. */
export interface TableDump {
  table: Attributes[];
  indexes: Record<IndexName, Attributes[]>;
}

/**
 * Comparing binary data byte by byte takes a test runner seconds; a hash of it says the same, whichever class of bytes a table answers with.
 */
const hashed = (bytes: Uint8Array): unknown => sha256(Buffer.from(bytes).toString('latin1'));

/** Reads everything, each partition of an index by a query; binary data stands there as `bytesAs` makes it. */
export async function dumpTable(table: Table, bytesAs: (bytes: Uint8Array) => unknown = hashed): Promise<TableDump> {
  const records = await collect(table.scan());
  const rows = (list: Attributes[], index: IndexName | null): Attributes[] =>
    sorted(
      list.map((record) => withBytes(record, bytesAs)),
      index,
    );
  const indexes: [IndexName, Attributes[]][] = [];
  for (const index of INDEX_NAMES) {
    const partitions = new Set(records.flatMap((record) => (record[keyAttributes(index).partition] as string) ?? []));
    const lists = [...partitions].map((partition) => collect(table.query({ index, partition })));
    indexes.push([index, rows((await Promise.all(lists)).flat(), index)]);
  }
  return { table: rows(records, null), indexes: Object.fromEntries(indexes) as TableDump['indexes'] };
}

/** What the indexes must hold, derived from the table's records. */
export function expectedIndexes(records: Attributes[]): TableDump['indexes'] {
  const rowsOf = (index: IndexName) => {
    const { partition, sort } = keyAttributes(index);
    return sorted(
      records.filter((record) => record[partition] !== undefined && record[sort] !== undefined),
      index,
    );
  };
  return Object.fromEntries(INDEX_NAMES.map((index) => [index, rowsOf(index)])) as TableDump['indexes'];
}

function withBytes(row: Attributes, bytesAs: (bytes: Uint8Array) => unknown): Attributes {
  const named = Object.entries(row).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? bytesAs(value) : value,
  ]);
  return Object.fromEntries(named);
}

function sorted(rows: Attributes[], index: IndexName | null): Attributes[] {
  const { partition, sort } = keyAttributes(index);
  const order = (row: Attributes) => JSON.stringify([row[partition], row[sort], row.pk, row.sk]);
  return rows
    .map((row) => ({ row, key: order(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
}
