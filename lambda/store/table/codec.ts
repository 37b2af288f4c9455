import * as z from 'zod';
import { StoreError } from '../../model/errors.ts';
import type { Instant } from '../../model/instant.ts';
import { KEY_ATTRIBUTES, TTL_ATTRIBUTE } from '../../model/names.ts';
import { pack, unpack } from '../packed.ts';
import { type UsualFields, withoutUsual, withUsual } from '../usual-fields.ts';
import type { Key } from './port.ts';

/** A record as the SDK's document client gives and takes it. */
export type Attributes = Record<string, unknown>;

/** One kind of record: both ways go through its schema. */
export interface RecordKind<T> {
  /** The attributes to put, with keys of table and indexes; with `expiresAt` the second after which it goes by itself. */
  encode(record: T, expiresAt?: Instant | null): Attributes & Key;
  /** Throws StoreError `corrupt-record`, naming the key, where the attributes are not of this kind. */
  decode(attributes: Attributes): T;
}

/** Binary data. */
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'not binary data');

/** How a kind of record is written shorter. */
interface Shortened {
  /** Where given, all other attributes stand in one, compressed: for records that are many, or copied into indexes. */
  plain?: readonly string[];
  /** Attributes that a record's keys say: they are not stored again, though earlier versions may have done so. */
  implied?: (key: Key) => Attributes;
  /** Fields that are not stored where they are as they mostly are. */
  usual?: UsualFields;
}

/** Makes a kind of record of its schema and its place in table and indexes. */
export function defineRecord<S extends z.ZodType>(
  schema: S,
  place: (record: z.output<S>) => Key & Record<string, string | Uint8Array>,
  { plain, implied, usual = [] }: Shortened = {},
): RecordKind<z.output<S>> {
  return {
    encode(record, expiresAt) {
      const parsed = schema.safeParse(record);
      if (!parsed.success) throw corrupt(place(record), parsed.error);
      const keys = place(parsed.data);
      const expiry = expiryOf(expiresAt);
      const data = { ...(parsed.data as Attributes) };
      for (const name of Object.keys(implied?.(keys) ?? {})) delete data[name];
      const own = withoutUsual(data, { ...keys, ...expiry }, usual);
      return { ...(plain ? pack(own, plain, keys.pk) : own), ...expiry, ...keys };
    },
    decode(attributes) {
      const own = withUsual(plain ? unpack(attributes) : attributes, usual);
      const parsed = schema.safeParse(implied ? { ...implied(attributes as Attributes & Key), ...own } : own);
      if (!parsed.success) throw corrupt(attributes, parsed.error);
      return parsed.data;
    },
  };
}

/** Whether the record's time is over at `now` (milliseconds), though the table may still hold it. */
export function isExpired(attributes: Attributes, now: number): boolean {
  const seconds = attributes[TTL_ATTRIBUTE];
  return typeof seconds === 'number' && seconds * 1000 <= now;
}

/** The attribute by which a record goes: the first whole second since 1970 that is not before the instant. */
export function expiryOf(instant: Instant | null | undefined): Record<string, number> {
  return instant ? { [TTL_ATTRIBUTE]: Math.ceil(Date.parse(instant) / 1000) } : {};
}

/** A record that its schema refuses. */
function corrupt(attributes: Attributes, error: z.ZodError): StoreError {
  const key = `${String(attributes[KEY_ATTRIBUTES.partition])} / ${String(attributes[KEY_ATTRIBUTES.sort])}`;
  return new StoreError('corrupt-record', `the record ${key} is not as it must be: ${z.prettifyError(error)}`, error);
}
