import * as z from 'zod';
import { bytesSchema, defineRecord } from '../codec.ts';
import { keys } from '../keys.ts';

/** What the pieces hold together. */
export const feedEntriesSchema = z.object({
  stored: z.array(z.string()),
  rejected: z.array(z.string()),
  settled: z.array(z.string()).default([]),
});

const pieceSchema = z.object({
  feedId: z.string(),
  piece: z.int().nonnegative(),
  pieces: z.int().positive(),
  data: bytesSchema,
});

/** One piece of the compressed ids of a feed's last document. */
export const feedEntriesRecord = defineRecord(pieceSchema, ({ feedId, piece }) => keys.feedEntries(feedId, piece));
