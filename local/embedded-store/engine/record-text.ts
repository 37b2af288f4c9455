import type { Attributes } from '../../../lambda/store/table/port.ts';

/** Stands before the JSON of records that hold binary data, which is base64 under this name there. */
const BINARY_MARK = 'b';
const BINARY_NAME = '\u0001';

/** The record as text; what is `undefined` in it is left out. */
export function textOf(record: Attributes): string {
  return hasBinary(record) ? BINARY_MARK + JSON.stringify(packed(record)) : JSON.stringify(record);
}

/** The record of a text. */
export function recordOf(text: string): Attributes {
  if (!text.startsWith(BINARY_MARK)) return JSON.parse(text) as Attributes;
  return JSON.parse(text.slice(BINARY_MARK.length), unpacked) as Attributes;
}

function hasBinary(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Uint8Array) return true;
  for (const name in value) if (hasBinary((value as Attributes)[name])) return true;
  return false;
}

function packed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return { [BINARY_NAME]: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(packed);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, packed(inner)]));
}

function unpacked(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const text = (value as Record<string, unknown>)[BINARY_NAME];
  return typeof text === 'string' ? Buffer.from(text, 'base64') : value;
}
