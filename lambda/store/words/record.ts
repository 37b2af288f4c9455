import * as z from 'zod';
import { instantSchema } from '../../model/instant.ts';
import { bytesSchema, defineRecord } from '../table/codec.ts';
import { at, digits } from '../table/key-parts.ts';
import type { Key } from '../table/port.ts';

/** What has a word index of its own. */
export const WORD_KINDS = ['statements', 'items'] as const;
const kindSchema = z.enum(WORD_KINDS);
export type WordKind = z.infer<typeof kindSchema>;

/** Names a segment: the moment from which on it has changes, and under which lease it was written, so that two workers never write the same one. */
const segmentIdSchema = z.object({ start: instantSchema, epoch: z.int().positive() });
export type SegmentId = z.infer<typeof segmentIdSchema>;

/** The id as sort keys begin: later segments come later. */
export const idText = ({ start, epoch }: SegmentId): string => at(start, digits(epoch));

/** Partitions as they are queried. */
export const wordPartitions = {
  segments: (kind: WordKind): string => `WORDS#${kind}`,
  places: (kind: WordKind): string => `WORDS#${kind}#PLACES`,
  postings: (kind: WordKind, bucket: string): string => `WORDS#${kind}#${bucket}`,
};

/** Where records of the word index stand. */
export const wordKeys = {
  state: (): Key => ({ pk: 'WORDS', sk: 'STATE' }),
  segment: (kind: WordKind, id: SegmentId): Key => ({ pk: wordPartitions.segments(kind), sk: idText(id) }),
  places: (kind: WordKind, id: SegmentId, piece: number): Key => ({
    pk: wordPartitions.places(kind),
    sk: `${idText(id)}#${digits(piece)}`,
  }),
  postings: (kind: WordKind, bucket: string, id: SegmentId, piece: number): Key => ({
    pk: wordPartitions.postings(kind, bucket),
    sk: `${idText(id)}#${digits(piece)}`,
  }),
};

/** How far changes are in the word index, and which segments it has: the last ones, from which each leads to the one before. */
export const wordStateRecord = defineRecord(
  z.object({
    /** Changes before this moment are in closed segments, which are never written again. */
    closedThrough: instantSchema,
    /** Changes before this moment are in closed segments or in the newest one. */
    indexedThrough: instantSchema,
    /** The last closed segment. */
    closed: segmentIdSchema.nullable(),
    /** The segment behind it, in whose place each run puts another. */
    newest: segmentIdSchema.nullable(),
    /** A hash of the changes that the newest segment has. */
    newestOf: z.string(),
    /** The newest one of the run before, which a reader may still be reading. */
    replaced: segmentIdSchema.nullable(),
    /** Segments from here on that the state does not lead to are removed. */
    unusedFrom: instantSchema,
    /** False while the index is made for the first time, or anew: then it can't tell. */
    complete: z.boolean(),
  }),
  () => wordKeys.state(),
);
export type WordState = ReturnType<typeof wordStateRecord.decode>;

/** A segment: what a reader has to know of it before reading any more of it. */
export const segmentRecord = defineRecord(
  z.object({
    kind: kindSchema,
    id: segmentIdSchema,
    /** Changes before this moment, from the start on, are in it. */
    end: instantSchema,
    previous: segmentIdSchema.nullable(),
    /** `sortAt` of the last place of each piece of its places. */
    highest: z.array(z.string()),
    /** The buckets of its words, each with the number of its pieces. */
    buckets: z.array(z.tuple([z.string(), z.int().positive()])),
  }),
  ({ kind, id }) => wordKeys.segment(kind, id),
);
export type SegmentHeader = ReturnType<typeof segmentRecord.decode>;

/** Places of a segment, some hundred of them. */
export const wordPlacesRecord = defineRecord(
  z.object({ kind: kindSchema, id: segmentIdSchema, piece: z.int().nonnegative(), data: bytesSchema }),
  ({ kind, id, piece }) => wordKeys.places(kind, id, piece),
);

/** The tokens of a segment that share a bucket, with the numbers of their documents. */
export const wordPostingsRecord = defineRecord(
  z.object({
    kind: kindSchema,
    bucket: z.string(),
    id: segmentIdSchema,
    piece: z.int().nonnegative(),
    data: bytesSchema,
  }),
  ({ kind, bucket, id, piece }) => wordKeys.postings(kind, bucket, id, piece),
);

/** Keys of all records that a segment has beside its header. */
export function partKeys({ kind, id, highest, buckets }: SegmentHeader): Key[] {
  return [
    ...highest.map((_, piece) => wordKeys.places(kind, id, piece)),
    ...buckets.flatMap(([bucket, pieces]) =>
      Array.from({ length: pieces }, (_, piece) => wordKeys.postings(kind, bucket, id, piece)),
    ),
  ];
}
