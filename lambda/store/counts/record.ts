import * as z from 'zod';
import { daySchema } from '../../model/instant.ts';
import { defineRecord } from '../table/codec.ts';
import { bounded, digits, sharded, shards } from '../table/key-parts.ts';
import type { Key } from '../table/port.ts';
import {
  type CachedPlace,
  cachedCountsSchema,
  countRowSchema,
  type FacetKind,
  facetCountSchema,
  facetKindSchema,
} from './shapes.ts';

/** The cached counts of a day lie in so many partitions, for one takes 1,000 writes a second. */
const CACHE_SHARDS = 4;

/** Partitions as they are queried. */
export const countPartitions = {
  ofSubject: (subject: string): string => `COUNT#${bounded(subject)}`,
  facets: (kind: FacetKind): string => `FACETS#${kind}`,
  cachedOfDay: (day: string): string[] => shards(`CACHED#${day}`, CACHE_SHARDS),
};

/** Where the row of a subject and day stands. */
export const countKey = (day: string, subject: string): Key => ({ pk: countPartitions.ofSubject(subject), sk: day });

/** Where the cached counts of an article stand. */
export const cachedKey = ({ day, itemId }: CachedPlace): Key => ({
  pk: sharded(countPartitions.cachedOfDay(day), itemId),
  sk: itemId,
});

/** What the key of a day's facet counts begins with. */
export const facetPrefix = (day: string, shard?: number): string =>
  shard === undefined ? `${day}#` : `${day}#${shard}#`;

/** The row of a subject and day. */
export const countRecord = defineRecord(countRowSchema, ({ day, subject }) => countKey(day, subject));

/** What counting has read of an article. */
export const cachedRecord = defineRecord(cachedCountsSchema, cachedKey);

/** Values of one shard of a day with their counts, in pieces that each fit into a record. */
export const facetRecord = defineRecord(
  z.object({
    kind: facetKindSchema,
    day: daySchema,
    shard: z.int().nonnegative(),
    piece: z.int().nonnegative(),
    values: z.array(facetCountSchema),
  }),
  ({ kind, day, shard, piece }) => ({
    pk: countPartitions.facets(kind),
    sk: `${facetPrefix(day, shard)}${digits(piece)}`,
  }),
);
export type FacetPiece = ReturnType<typeof facetRecord.decode>;
