import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { INDEX_NAMES } from '../../lambda/model/names.ts';
import { keyAttributes } from '../../lambda/store/table/table-schema.ts';
import { kindOf, marshalled } from './counting-client.ts';
import { recordSize } from './record-size.ts';

/** DynamoDB charges so many bytes more for a record and for a row of an index. */
export const OVERHEAD = 100;

/** What one kind of record takes. */
export interface KindBytes {
  records: number;
  /** With what DynamoDB adds. */
  tableBytes: number;
  indexBytes: number;
  /** Records that take more than one write unit. */
  aboveOneKilobyte: number;
}

/** Bytes that are charged for, by kind of record. */
export async function storedBytes(client: DynamoDBDocumentClient, table: string): Promise<Record<string, KindBytes>> {
  const kinds: Record<string, KindBytes> = {};
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName: table, ExclusiveStartKey: start }));
    for (const record of page.Items ?? []) {
      const size = recordSize(marshalled(record) as never);
      const rows = INDEX_NAMES.filter((index) => record[keyAttributes(index).partition] !== undefined).length;
      kinds[kindOf(record)] ??= { records: 0, tableBytes: 0, indexBytes: 0, aboveOneKilobyte: 0 };
      const kind = kinds[kindOf(record)] as KindBytes;
      kind.records += 1;
      if (size > 1024) kind.aboveOneKilobyte += 1;
      kind.tableBytes += size + OVERHEAD;
      kind.indexBytes += (size + OVERHEAD) * rows;
    }
    start = page.LastEvaluatedKey;
  } while (start);
  return kinds;
}
