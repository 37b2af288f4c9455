import { RequestRefused } from './engine/refusals.ts';

/** A value as DynamoDB's protocol writes it: its type's name, and what it is. */
type Wire = Record<string, unknown>;

/** The value of its form in the protocol; throws RequestRefused for sets, which no record has. */
export function fromWire(wire: Wire): unknown {
  const [type, value] = Object.entries(wire)[0] ?? [];
  if (type === 'S' || type === 'BOOL') return value;
  if (type === 'N') return Number(value);
  if (type === 'NULL') return null;
  if (type === 'B') return Buffer.from(String(value), 'base64');
  if (type === 'L') return (value as Wire[]).map(fromWire);
  if (type === 'M') return recordFromWire(value as Record<string, Wire>);
  throw new RequestRefused(`values of the type ${String(type)} are not kept here`);
}

/** The value in the form of the protocol. */
export function toWire(value: unknown): Wire {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null || value === undefined) return { NULL: true };
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') };
  return Array.isArray(value) ? { L: value.map(toWire) } : { M: recordToWire(value as Record<string, unknown>) };
}

/** A record, or any map of values, of its form in the protocol. */
export function recordFromWire(record: Record<string, Wire>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, fromWire(value)]));
}

/** The form of a record, or any map of values, in the protocol. */
export function recordToWire(record: Record<string, unknown>): Record<string, Wire> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, toWire(value)]));
}
