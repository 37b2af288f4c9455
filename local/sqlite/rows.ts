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
const COLUMNS = [...OWN_COLUMNS, 'record', 'bytes', 'sum'];

/** Puts a row, in the place of another one with its key. */
export const PUT = `INSERT OR REPLACE INTO records (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`;

/** No key has this character, and JSON escapes it. */
const SEPARATOR = '\0';
const joined = (columns: readonly string[]): string =>
  `CAST(${columns.map((name) => `coalesce(${name}, '')`).join(` || x'00' || `)} AS BLOB)`;

/**
 * What is selected of a record. Texts come as bytes, in one: the binding ends the process at a text that is no UTF-8, as a damaged file may have, and one value
 * comes faster than ten.
 */
export const WHOLE = `${joined([...OWN_COLUMNS, 'record'])}, bytes, sum`;
/** What is selected where only keys are asked for. */
export const KEYS = joined(KEY_COLUMNS);

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
  const own = OWN_COLUMNS.map((name) => (record[name] ?? null) as Cell);
  return [...own, text, bytes, sumOf([...own, text].join(SEPARATOR), bytes)];
}

/** The record of what was selected as `WHOLE`. Throws StoreError `corrupt-record`, naming the key, where it is not what was written. */
export function recordOf(row: Cell[]): Attributes & Key {
  const [bytes, sum] = [row[1] as Uint8Array | null, row[2]];
  const record = keysOf(row);
  if (sumOf(row[0] as Uint8Array, bytes) !== sum) {
    const name = `${record.pk} / ${record.sk}`;
    throw new StoreError('corrupt-record', `the record ${name} is damaged: its bytes are not those that were written`);
  }
  const text = partsOf(row)[OWN_COLUMNS.length] ?? '';
  return Object.assign(record, bytes ? JSON.parse(text, (_name, value) => withBytes(value, bytes)) : JSON.parse(text));
}

/** The attributes with a column each, of what was selected as `WHOLE` or `KEYS`. */
export function keysOf(row: Cell[]): Attributes & Key {
  const parts = partsOf(row);
  const record: Attributes & Key = { pk: '', sk: '' };
  for (const [place, name] of OWN_COLUMNS.entries()) {
    const part = parts[place];
    if (part) record[name] = name === TTL_ATTRIBUTE ? Number(part) : part;
  }
  return record;
}

function partsOf(row: Cell[]): string[] {
  return Buffer.from(row[0] as Uint8Array)
    .toString('utf8')
    .split(SEPARATOR, OWN_COLUMNS.length + 1);
}

/** A checksum (CRC-32) of keys, text and bytes: the pages of SQLite have none. */
function sumOf(text: string | Uint8Array, bytes: Uint8Array | null): number {
  const sum = crc32(text);
  // zlib takes no bytes for a wish to begin anew.
  return bytes && bytes.length > 0 ? crc32(bytes, sum) : sum;
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
