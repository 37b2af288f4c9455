import { StoreError } from '../../lambda/model/errors.ts';
import { INDEX_NAMES, TTL_ATTRIBUTE } from '../../lambda/model/names.ts';
import type { Attributes, Key } from '../../lambda/store/table/port.ts';
import { keyAttributes } from '../../lambda/store/table/table-schema.ts';

/** Limits of Amazon DynamoDB: bytes of a partition key, of a sort key, of a record with its names. */
const LONGEST_PARTITION = 2048;
const LONGEST_SORT = 1024;
const LARGEST_RECORD = 400 * 1024;

/** What DynamoDB, or SQLite, never takes. */
export function refused(reason: string): StoreError {
  return new StoreError('invalid-record', `the table refused the record: ${reason}`);
}

/** Throws StoreError `invalid-record` where it is no key that DynamoDB takes. */
export function checkKey({ pk, sk }: Key): void {
  checkPart('pk', pk, LONGEST_PARTITION);
  checkPart('sk', sk, LONGEST_SORT);
}

/** Throws StoreError `invalid-record` where DynamoDB would not take the record; `length` is that of its JSON. */
export function checkRecord(record: Attributes & Key, length: number): void {
  checkKey(record);
  for (const index of INDEX_NAMES) {
    const { partition, sort } = keyAttributes(index);
    if (record[partition] !== undefined) checkPart(partition, record[partition], LONGEST_PARTITION);
    if (record[sort] !== undefined) checkPart(sort, record[sort], LONGEST_SORT);
  }
  const ttl = record[TTL_ATTRIBUTE];
  if (ttl !== undefined && !Number.isSafeInteger(ttl))
    throw refused(`${TTL_ATTRIBUTE} must be a whole number of seconds`);
  if (length * 3 <= LARGEST_RECORD / 2) return;
  const size = bytesOf(record);
  if (size > LARGEST_RECORD) {
    throw refused(`${record.pk} / ${record.sk} has ${size} bytes, and may have ${LARGEST_RECORD}`);
  }
}

function checkPart(name: string, value: unknown, longest: number): void {
  if (typeof value !== 'string' || value === '')
    throw refused(`the key attribute ${name} must be a text that is not empty`);
  // Texts of SQLite end there.
  if (value.includes('\0')) throw refused(`the key attribute ${name} has a character U+0000`);
  if (value.length * 3 > longest && Buffer.byteLength(value) > longest) {
    throw refused(`the key attribute ${name} is longer than ${longest} bytes`);
  }
}

/** As DynamoDB counts: UTF-8 bytes of names and texts, bytes of data, and a little for all else. */
function bytesOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (value instanceof Uint8Array) return value.length;
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1;
  if (value === undefined) return 0;
  if (typeof value !== 'object' || value === null) return 1;
  if (Array.isArray(value)) return value.reduce<number>((sum, inner) => sum + 1 + bytesOf(inner), 3);
  return Object.entries(value).reduce((sum, [name, inner]) => sum + Buffer.byteLength(name) + bytesOf(inner), 0);
}
