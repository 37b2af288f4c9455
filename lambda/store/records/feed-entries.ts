import * as z from 'zod';
import type { FeedEntries } from '../store-shapes.ts';
import { bytesSchema, defineRecord } from '../table/codec.ts';
import { keys } from '../table/keys.ts';
import { briefEvents, briefEventsSchema, eventsFromBrief } from './brief-events.ts';

/** So many letters tell an entry from the others of its feed: 48 bits. Earlier versions kept more. */
export const MARK_LETTERS = 8;

/** Marks one behind the other; as a list of an earlier version's longer ones. */
const marksSchema = z.union([z.string(), z.array(z.string())]);

/** What the pieces hold together. */
const packedSchema = z.object({
  stored: marksSchema,
  rejected: marksSchema,
  settled: marksSchema.default(''),
  events: briefEventsSchema.optional(),
});

/** One piece of the compressed marks of a feed's last document. */
export const feedEntriesRecord = defineRecord(
  z.object({
    feedId: z.string(),
    piece: z.int().nonnegative(),
    pieces: z.int().positive(),
    data: bytesSchema,
  }),
  ({ feedId, piece }) => keys.feedEntries(feedId, piece),
  { implied: ({ pk, sk }) => ({ feedId: pk.slice('FEED#'.length), piece: Number(sk.split('#')[1]) }) },
);

/** The entries in the form in which they are compressed: names and quotes around each mark would be a quarter of it all. */
export function packEntries({ stored, rejected, settled, events = [] }: FeedEntries): z.input<typeof packedSchema> {
  return {
    stored: stored.join(''),
    rejected: rejected.join(''),
    settled: settled.join(''),
    ...(events.length > 0 ? { events: briefEvents(events) } : {}),
  };
}

/** The entries as they were; throws ZodError. */
export function unpackEntries(feedId: string, packed: unknown): FeedEntries {
  const { stored, rejected, settled, events } = packedSchema.parse(packed);
  return {
    stored: marksIn(stored),
    rejected: marksIn(rejected),
    settled: marksIn(settled),
    ...(events ? { events: eventsFromBrief(feedId, events) } : {}),
  };
}

function marksIn(marks: z.infer<typeof marksSchema>): string[] {
  if (typeof marks !== 'string') return marks.map((mark) => mark.slice(0, MARK_LETTERS));
  const count = Math.ceil(marks.length / MARK_LETTERS);
  return Array.from({ length: count }, (_, n) => marks.slice(n * MARK_LETTERS, (n + 1) * MARK_LETTERS));
}
