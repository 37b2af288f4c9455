import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { sha256 } from '../../lambda/common/hash.ts';
import { INDEX_NAMES } from '../../lambda/model/names.ts';
import { type IndexName, keyAttributes } from '../../lambda/store/table-schema.ts';

type Row = Record<string, unknown>;

/** All records of the table and of each of its indexes, sorted, for comparing. */
export interface TableDump {
  table: Row[];
  indexes: Record<IndexName, Row[]>;
}

/**
 * Comparing binary data byte by byte takes a test runner seconds; a hash of it says the same, whichever class of bytes a client answers with.
 */
const hashed = (bytes: Uint8Array): unknown => sha256(Buffer.from(bytes).toString('latin1'));

/** Reads everything; binary data stands there as `bytesAs` makes it. */
export async function dumpTable(
  client: DynamoDBDocumentClient,
  table: string,
  bytesAs: (bytes: Uint8Array) => unknown = hashed,
): Promise<TableDump> {
  const scanned = [null, ...INDEX_NAMES].map((index) => scan(client, table, index, bytesAs));
  const [records, ...indexes] = await Promise.all(scanned);
  return {
    table: records ?? [],
    indexes: Object.fromEntries(INDEX_NAMES.map((index, n) => [index, indexes[n]])) as TableDump['indexes'],
  };
}

/** What the indexes must hold, derived from the table's records. */
export function expectedIndexes(records: Row[]): TableDump['indexes'] {
  const rowsOf = (index: IndexName) => {
    const { partition, sort } = keyAttributes(index);
    return sorted(
      records.filter((record) => record[partition] !== undefined && record[sort] !== undefined),
      index,
    );
  };
  return Object.fromEntries(INDEX_NAMES.map((index) => [index, rowsOf(index)])) as TableDump['indexes'];
}

async function scan(
  client: DynamoDBDocumentClient,
  table: string,
  index: IndexName | null,
  bytesAs: (bytes: Uint8Array) => unknown,
): Promise<Row[]> {
  const rows: Row[] = [];
  let start: Row | undefined;
  do {
    const page: { Items?: Row[] | undefined; LastEvaluatedKey?: Row | undefined } = await client.send(
      new ScanCommand({ TableName: table, ...(index ? { IndexName: index } : {}), ExclusiveStartKey: start }),
    );
    rows.push(...(page.Items ?? []).map((row) => withBytes(row, bytesAs)));
    start = page.LastEvaluatedKey;
  } while (start);
  return sorted(rows, index);
}

function withBytes(row: Row, bytesAs: (bytes: Uint8Array) => unknown): Row {
  const named = Object.entries(row).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? bytesAs(value) : value,
  ]);
  return Object.fromEntries(named);
}

function sorted(rows: Row[], index: IndexName | null): Row[] {
  const { partition, sort } = keyAttributes(index);
  const order = (row: Row) => JSON.stringify([row[partition], row[sort], row.pk, row.sk]);
  return rows
    .map((row) => ({ row, key: order(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
}
