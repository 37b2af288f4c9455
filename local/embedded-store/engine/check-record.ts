import { INDEX_NAMES } from '../../../lambda/model/names.ts';
import type { Attributes, IndexName, Key } from '../../../lambda/store/table/port.ts';
import { keyAttributes } from '../../../lambda/store/table/table-schema.ts';
import { RequestRefused } from './refusals.ts';

/** Limits of Amazon DynamoDB: bytes of a partition key, of a sort key, of a record with its names. */
const LONGEST_PARTITION = 2048;
const LONGEST_SORT = 1024;
const LARGEST_RECORD = 400 * 1024;

/** The key of a record; throws RequestRefused where it is none that the table takes. */
export function keyOf(record: Attributes): Key {
  checkPair(record, null);
  return { pk: record.pk as string, sk: record.sk as string };
}

/** Throws RequestRefused where DynamoDB would not take the record; `text` is the record as it is stored. */
export function checkRecord(record: Attributes, text: string): void {
  for (const index of INDEX_NAMES) {
    const { partition, sort } = keyAttributes(index);
    if (record[partition] !== undefined && record[sort] !== undefined) checkPair(record, index);
    else checkLoose(record, partition, sort);
  }
  if (text.length * 3 <= LARGEST_RECORD) return;
  const size = bytesOf(record);
  if (size > LARGEST_RECORD) throw new RequestRefused(`Item size has exceeded the maximum allowed size: ${size} bytes`);
}

function checkPair(record: Attributes, index: IndexName | null): void {
  const { partition, sort } = keyAttributes(index);
  checkPart(record, partition, LONGEST_PARTITION);
  checkPart(record, sort, LONGEST_SORT);
}

/** A record with half a key is in no index, but the half must be a key's. */
function checkLoose(record: Attributes, partition: string, sort: string): void {
  if (record[partition] !== undefined) checkPart(record, partition, LONGEST_PARTITION);
  if (record[sort] !== undefined) checkPart(record, sort, LONGEST_SORT);
}

function checkPart(record: Attributes, name: string, longest: number): void {
  const value = record[name];
  if (typeof value !== 'string' || value === '') {
    throw new RequestRefused(`the key attribute ${name} must be a text that is not empty`);
  }
  if (value.length * 3 > longest && Buffer.byteLength(value) > longest) {
    throw new RequestRefused(`the key attribute ${name} is longer than ${longest} bytes`);
  }
}

/** As DynamoDB counts: UTF-8 bytes of names and texts, bytes of data, and a little for all else. */
function bytesOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (value instanceof Uint8Array) return value.length;
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1;
  if (typeof value !== 'object' || value === null) return 1;
  if (Array.isArray(value)) return value.reduce<number>((sum, inner) => sum + 1 + bytesOf(inner), 3);
  return Object.entries(value).reduce((sum, [name, inner]) => sum + Buffer.byteLength(name) + bytesOf(inner), 0);
}
