import { readFileSync } from 'node:fs';
import * as z from 'zod';

const size = { tableBytes: z.number(), indexBytes: z.number() };
const onePoll = z.object({ writeUnits: z.number(), readUnits: z.number(), milliseconds: z.number() });

const measuredSchema = z.object({
  measuredAt: z.iso.date(),
  /** What ran. */
  conditions: z.object({
    feeds: z.number(),
    pollsPerDay: z.number(),
    itemsPerDay: z.number(),
    textBytesPerItem: z.number(),
    statementsPerItem: z.number(),
    /** Write units that the store returned for its table, and those that were counted by the guide's rules: the same. */
    returnedTableUnits: z.number(),
    countedTableUnits: z.number(),
  }),
  /** Of one poll; `milliseconds` of processor time, those of the store in the same process among them. */
  poll: z.object({ notModified: onePoll, sameBytes: onePoll, unchanged: onePoll, news: onePoll }),
  /** Of one new item, apart from its statements. */
  item: z.object({
    writeUnits: z.number(),
    rollupReadUnits: z.number(),
    rollupMilliseconds: z.number(),
    wordBytes: z.number(),
    /** Of the feed's log, which is kept for 30 days. */
    logBytes: z.number(),
    ...size,
  }),
  /** Of one article of which the words are indexed, as they are again each hour until there are enough for a batch. */
  indexing: z.object({ milliseconds: z.number() }),
  /** Of one statement, with what its speaker takes. */
  statement: z.object({ writeUnits: z.number(), ...size }),
  feed: z.object(size),
  /** Read units of one feed that is sent, and bytes of each feed's state, which are all read every minute. */
  dispatch: z.object({ readUnits: z.number(), stateBytes: z.number() }),
  /** Write units of one new item by kind of record, its statements among them. */
  writeUnitsByKind: z.record(z.string(), z.number()),
});

/** What an ingest takes; see `npm run cost:measure`. */
export type Measured = z.infer<typeof measuredSchema>;

/** The figures of the last measuring run. */
export function readMeasured(): Measured {
  return measuredSchema.parse(JSON.parse(readFileSync(new URL('measured.json', import.meta.url), 'utf8')));
}
