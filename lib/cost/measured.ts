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
  /** By kind of record: write units and bytes, of one of what it grows with (`record-kinds.ts`); an item's, where it is written with news. */
  kinds: z.record(z.string(), z.object({ writeUnits: z.number(), ...size })),
  /** Share of statements whose record has more than the kilobyte that a write unit pays. */
  statementsAboveOneKilobyte: z.number(),
  /** What counting takes of one new item. */
  counting: z.object({ readUnits: z.number(), milliseconds: z.number() }),
  /** Of one article of which the words are indexed, as they are again each hour until there are enough for a batch. */
  indexing: z.object({ milliseconds: z.number() }),
  /** Read units of one feed that is sent, and bytes of each feed's state, which are all read every minute. */
  dispatch: z.object({ readUnits: z.number(), stateBytes: z.number() }),
  /** An item that comes as a teaser, and one whose text the feed brings; then what fetching the teaser's page takes, and reading it in a function of its own. */
  page: z.object({
    teaser: onePoll,
    wholeText: onePoll,
    page: onePoll,
    extractorMilliseconds: z.number(),
  }),
  /** Of one request of a reader, by its kind. */
  requests: z.record(z.string(), z.object({ readUnits: z.number(), milliseconds: z.number() })),
});

/** What an ingest takes; see `npm run cost:measure`. */
export type Measured = z.infer<typeof measuredSchema>;

/** The figures of the last measuring run. */
export function readMeasured(): Measured {
  return measuredSchema.parse(JSON.parse(readFileSync(new URL('measured.json', import.meta.url), 'utf8')));
}
