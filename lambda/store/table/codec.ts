import * as z from 'zod';
import { StoreError } from '../../model/errors.ts';
import type { Instant } from '../../model/instant.ts';
import { KEY_ATTRIBUTES, TTL_ATTRIBUTE } from '../../model/names.ts';
import type { Attributes, Key } from './port.ts';

/** One kind of record: both ways go through its schema. */
export interface RecordKind<T> {
  /** The attributes to put, with keys of table and indexes; with `expiresAt` the second after which the record goes by itself. */
  encode(record: T, expiresAt?: Instant | null): Attributes & Key;
  /** Throws StoreError `corrupt-record`, naming the key, where the attributes are not of this kind. */
  decode(attributes: Attributes): T;
}

/** Binary data. */
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'not binary data');

/** Makes a kind of record of its schema and its keys in table and indexes. */
export function defineRecord<S extends z.ZodType>(
  schema: S,
  keysOf: (record: z.output<S>) => Key & Record<string, string>,
): RecordKind<z.output<S>> {
  return {
    encode(record, expiresAt) {
      const parsed = schema.safeParse(record);
      if (!parsed.success) throw corrupt(keysOf(record), parsed.error);
      return { ...(parsed.data as Attributes), ...expiryOf(expiresAt), ...keysOf(parsed.data) };
    },
    decode(attributes) {
      const parsed = schema.safeParse(attributes);
      if (!parsed.success) throw corrupt(attributes, parsed.error);
      return parsed.data;
    },
  };
}

/** Decodes the records of a list; a damaged one is told to `onDamaged` and left out, so that it takes no other along. */
export function decodeEach<T>(
  { onDamaged }: { onDamaged: (error: StoreError) => void },
  records: readonly Attributes[],
  decode: (attributes: Attributes) => T,
): T[] {
  return records.flatMap((record) => {
    try {
      return [decode(record)];
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'corrupt-record') throw error;
      onDamaged(error);
      return [];
    }
  });
}

/** Whether the record's time is over at `now` (milliseconds), though the table may still hold it. */
export function isExpired(attributes: Attributes, now: number): boolean {
  const seconds = attributes[TTL_ATTRIBUTE];
  return typeof seconds === 'number' && seconds * 1000 <= now;
}

/** The attribute by which a record goes: the first whole second since 1970 that is not before the instant. */
function expiryOf(instant: Instant | null | undefined): Record<string, number> {
  return instant ? { [TTL_ATTRIBUTE]: Math.ceil(Date.parse(instant) / 1000) } : {};
}

/** A record that its schema refuses. */
function corrupt(attributes: Attributes, error: z.ZodError): StoreError {
  const key = `${String(attributes[KEY_ATTRIBUTES.partition])} / ${String(attributes[KEY_ATTRIBUTES.sort])}`;
  return new StoreError('corrupt-record', `the record ${key} is not as it must be: ${z.prettifyError(error)}`, error);
}
