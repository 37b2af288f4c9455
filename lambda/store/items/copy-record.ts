import * as z from 'zod';
import { shortHash } from '../../common/hash.ts';
import { type Instant, instantSchema } from '../../model/instant.ts';
import { defineRecord } from '../table/codec.ts';
import { at } from '../table/key-parts.ts';
import type { Key } from '../table/port.ts';

/** The partition of an address. */
export const copiesOfUrl = (url: string): string => `URL#${shortHash(url)}`;

/** The partition of a text. */
export const copiesOfText = (contentHash: string): string => `TEXT#${shortHash(contentHash)}`;

/** The key of an item's row in one of these partitions. */
export const copyKey = (partition: string, storedAt: Instant, itemId: string): Key => ({
  pk: partition,
  sk: at(storedAt, itemId),
});

/** Says that an item has this address or text. */
export const copyRecord = defineRecord(
  z.object({
    pk: z.string(),
    itemId: z.string(),
    /** Items of one feed may share an address without being copies. */
    feedId: z.string(),
    storedAt: instantSchema,
  }),
  ({ pk, storedAt, itemId }) => copyKey(pk, storedAt, itemId),
);
export type CopyRow = ReturnType<typeof copyRecord.decode>;
