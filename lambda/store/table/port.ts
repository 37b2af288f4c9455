import type { INDEX_NAMES } from '../../model/names.ts';

/** A record as it lies in the table: its keys, and attributes that are JSON values or bytes; those that are `undefined` are left out. */
export type Attributes = Record<string, unknown>;

/** Where a record stands in the table. */
export type Key = { pk: string; sk: string };

/** One of the overloaded indexes; a record stands in one when it has both of its key attributes, such as `gsi1pk` and `gsi1sk`. */
export type IndexName = (typeof INDEX_NAMES)[number];

/** A value that a condition compares with. */
export type Comparable = string | number | boolean | null | Uint8Array;

/** What must hold of the stored record for a write to happen. An attribute that the record lacks equals nothing, and is at most nothing; a record that is not there lacks all. */
export type Condition =
  | { exists: boolean }
  | { lacks: string }
  | { equals: readonly [attribute: string, value: Comparable] }
  | { atMost: readonly [attribute: string, value: string | number] }
  | { allOf: readonly [Condition, ...Condition[]] }
  | { anyOf: readonly [Condition, ...Condition[]] };

/** Changes to attributes of one record, other than `pk` and `sk`; at least one is set or added to. */
export interface Change {
  set?: Attributes;
  remove?: readonly string[];
  /** Numbers to add; an attribute that is missing counts from 0. */
  add?: Record<string, number>;
}

/** How a record is read. */
export interface ReadOptions {
  /** False: eventually consistent, for half the price. */
  consistent?: boolean;
}

/** How several records are read. */
export interface ReadManyOptions extends ReadOptions {
  /** The attributes to answer; all, where left out. */
  fields?: readonly string[] | undefined;
}

/** A range of one partition, both ends inclusive, in the order of the sort keys' UTF-8 bytes. */
export interface TableQuery extends ReadManyOptions {
  /** `null`: the table itself. Indexes are eventually consistent. */
  index: IndexName | null;
  partition: string;
  low?: string | undefined;
  high?: string | undefined;
  /** Instead of `low` and `high`. */
  beginsWith?: string | undefined;
  /** From the last sort key to the first. */
  reverse?: boolean | undefined;
  /** Records of the first page; each later page is twice as large, up to 400. */
  pageSize?: number | undefined;
}

/** All records, in no order. */
export interface TableScan extends ReadManyOptions {
  /** Only those of which this holds. */
  where?: Condition;
}

/**
 * One table with three indexes, as DynamoDB has it. Every method throws StoreError: `invalid-record` for what the table never takes (a record above
 * 400 KB, an empty or too long key), `unavailable` where it doesn't answer, `corrupt-record` where a stored record can't be read.
 */
export interface Table {
  /** The record, or `null`. @default consistent */
  get(key: Key, options?: ReadOptions): Promise<Attributes | null>;
  /** Those of the records that there are, in no order, each once. @default eventually consistent */
  batchGet(keys: readonly Key[], options?: ReadManyOptions): Promise<Attributes[]>;
  /** The records of the range, page by page as they are asked for. @default eventually consistent */
  query(query: TableQuery): AsyncGenerator<Attributes, void, undefined>;
  /** Records, page by page; one that changes in the meantime may be answered as it was or as it is. */
  scan(scan?: TableScan): AsyncGenerator<Attributes, void, undefined>;
  /** Replaces the record; false where the condition doesn't hold. */
  put(record: Attributes & Key, condition?: Condition): Promise<boolean>;
  /** Changes attributes of the record, and creates it where there is none, unless the change only removes; false where nothing was there to remove from, or the condition doesn't hold. */
  update(key: Key, change: Change, condition?: Condition): Promise<boolean>;
  /** Deletes the record; false where the condition doesn't hold. @default condition: it exists */
  delete(key: Key, condition?: Condition): Promise<boolean>;
  /** Puts and deletes, each key once. When it throws, any part of them may have been done. */
  batchWrite(puts: readonly (Attributes & Key)[], deletes?: readonly Key[]): Promise<void>;
}
