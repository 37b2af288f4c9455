import { crc32 } from 'node:zlib';
import { StoreError } from '../../lambda/model/errors.ts';
import { INDEX_NAMES, TTL_ATTRIBUTE } from '../../lambda/model/names.ts';
import type { Attributes, Key } from '../../lambda/store/table/port.ts';
import { keyAttributes } from '../../lambda/store/table/table-schema.ts';
import { checkRecord, refused } from './check-record.ts';
import type { Cell } from './database.ts';

/** Attributes that have a column each. */
export const KEY_COLUMNS = [null, ...INDEX_NAMES].flatMap((index) => Object.values(keyAttributes(index)));
const OWN_COLUMNS = [...KEY_COLUMNS, TTL_ATTRIBUTE];

/** All columns of a record, in the order in which rows hold them. */
export const COLUMNS = [...OWN_COLUMNS, 'record', 'bytes', 'sum'];
const [RECORD, BYTES, SUM] = [OWN_COLUMNS.length, OWN_COLUMNS.length + 1, OWN_COLUMNS.length + 2];

/** In the JSON text, `{"$bytes": [start, length]}` stands for a range of the column `bytes`. */
const BYTES_NAME = '$bytes';

/** The row of a record. Throws StoreError `invalid-record` for what DynamoDB would not take. */
export function rowOf(record: Attributes & Key): Cell[] {
  const others: Attributes = {};
  for (const name in record) if (!OWN_COLUMNS.includes(name)) others[name] = record[name];
  const parts: Uint8Array[] = [];
  const text = JSON.stringify(isPlain(others) ? others : withoutBytes(others, parts));
  const bytes = parts.length > 0 ? Buffer.concat(parts) : null;
  checkRecord(record, text.length + (bytes?.length ?? 0));
  const row: Cell[] = [...OWN_COLUMNS.map((name) => (record[name] ?? null) as Cell), text, bytes];
  return [...row, sumOf(row)];
}

/** The record of a row. Throws StoreError `corrupt-record`, naming the key, where the row is not what was written. */
export function recordOf(row: Cell[]): Attributes & Key {
  const name = `${row[0]} / ${row[1]}`;
  if (sumOf(row) !== row[SUM]) {
    throw new StoreError('corrupt-record', `the record ${name} is damaged: its bytes are not those that were written`);
  }
  const bytes = row[BYTES] as Uint8Array | null;
  const text = row[RECORD] as string;
  const record: Attributes & Key = { pk: '', sk: '' };
  for (const [place, column] of OWN_COLUMNS.entries()) if (row[place] !== null) record[column] = row[place];
  return Object.assign(record, bytes ? JSON.parse(text, (_name, value) => withBytes(value, bytes)) : JSON.parse(text));
}

/** A checksum (CRC-32) of keys, text and bytes: the pages of SQLite have none. */
function sumOf(row: Cell[]): number {
  const text = crc32(row.slice(0, BYTES).join('\n'));
  const bytes = row[BYTES];
  // zlib takes no bytes for a wish to begin anew.
  return bytes instanceof Uint8Array && bytes.length > 0 ? crc32(bytes, text) : text;
}

/** Whether JSON says all of the value. Throws where nothing can. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number' && !Number.isFinite(value)) throw refused(`${value} is no number that can be stored`);
  if (typeof value !== 'object' || value === null) return true;
  if (value instanceof Uint8Array) return false;
  if (BYTES_NAME in value) throw refused(`an attribute is named ${BYTES_NAME}`);
  let plain = true;
  for (const name in value) if (!isPlain((value as Attributes)[name])) plain = false;
  return plain;
}

function withoutBytes(value: unknown, parts: Uint8Array[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) {
    const start = parts.reduce((sum, { length }) => sum + length, 0);
    parts.push(value);
    return { [BYTES_NAME]: [start, value.length] };
  }
  if (Array.isArray(value)) return value.map((inner) => withoutBytes(inner, parts));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutBytes(inner, parts)]));
}

function withBytes(value: unknown, bytes: Uint8Array): unknown {
  if (typeof value !== 'object' || value === null || !(BYTES_NAME in value)) return value;
  const [start, length] = value[BYTES_NAME] as [number, number];
  return new Uint8Array(bytes.buffer, bytes.byteOffset + start, length);
}
