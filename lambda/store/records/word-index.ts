import * as z from 'zod';
import { instantSchema } from '../../model/instant.ts';
import { bytesSchema, defineRecord } from '../table/codec.ts';
import { keys } from '../table/keys.ts';

/** Of what a word index is. */
const kindSchema = z.enum(['statements', 'items']);

/** How far changes are in the word index, and which open segments belong to that. */
export const wordStateRecord = defineRecord(
  z.object({
    /** Changes before this moment are in batches. */
    batchedThrough: instantSchema,
    /** Changes before this moment are in batches or in the open segments. */
    indexedThrough: instantSchema,
    /** Generations of the open segments. */
    open: z.object({ statements: z.string(), items: z.string() }),
  }),
  () => keys.wordState(),
);
export type WordState = ReturnType<typeof wordStateRecord.decode>;

/** A batch: what a reader has to know of it before reading any more of it. */
export const wordBatchRecord = defineRecord(
  z.object({
    kind: kindSchema,
    /** Changes of this moment up to before `end` are in it. */
    start: instantSchema,
    end: instantSchema,
    generation: z.string(),
    /** `sortAt` of the first place, and of the last place of each piece. */
    lowest: z.string(),
    highest: z.array(z.string()),
  }),
  ({ kind, start }) => keys.wordBatch(kind, start),
);
export type WordBatch = ReturnType<typeof wordBatchRecord.decode>;

/** Places of a batch, some hundred of them. */
export const wordPlacesRecord = defineRecord(
  z.object({ kind: kindSchema, start: instantSchema, piece: z.int().nonnegative(), data: bytesSchema }),
  ({ kind, start, piece }) => keys.wordPlaces(kind, start, piece),
);

/** The tokens of a batch that share a bucket, with the numbers of their documents. */
export const wordPostingsRecord = defineRecord(
  z.object({
    kind: kindSchema,
    bucket: z.string(),
    start: instantSchema,
    piece: z.int().nonnegative(),
    generation: z.string(),
    data: bytesSchema,
  }),
  ({ kind, bucket, start, piece }) => keys.wordPostings(kind, bucket, start, piece),
);

/** A part of an open segment: its places, a blank line, its postings. */
export const openWordsRecord = defineRecord(
  z.object({
    kind: kindSchema,
    generation: z.string(),
    piece: z.int().nonnegative(),
    pieces: z.int().positive(),
    data: bytesSchema,
  }),
  ({ kind, generation, piece }) => keys.openWords(kind, generation, piece),
);
