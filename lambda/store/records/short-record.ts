import type * as z from 'zod';
import * as zod from 'zod';
import { StoreError } from '../../model/errors.ts';
import type { Instant } from '../../model/instant.ts';
import { KEY_ATTRIBUTES, TTL_ATTRIBUTE } from '../../model/names.ts';
import { pack, unpack } from '../packed.ts';
import type { RecordKind } from '../table/codec.ts';
import type { Attributes, Key } from '../table/port.ts';
import { type UsualFields, withoutUsual, withUsual } from '../usual-fields.ts';

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
export function defineShortRecord<S extends z.ZodType>(
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

/** The attribute by which a record goes: the first whole second since 1970 that is not before the instant. */
function expiryOf(instant: Instant | null | undefined): Record<string, number> {
  return instant ? { [TTL_ATTRIBUTE]: Math.ceil(Date.parse(instant) / 1000) } : {};
}

/** A record that its schema refuses. */
function corrupt(attributes: Attributes, error: z.ZodError): StoreError {
  const key = `${String(attributes[KEY_ATTRIBUTES.partition])} / ${String(attributes[KEY_ATTRIBUTES.sort])}`;
  return new StoreError('corrupt-record', `the record ${key} is not as it must be: ${zod.prettifyError(error)}`, error);
}
