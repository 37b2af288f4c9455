import * as z from 'zod';
import type { FeedEntries } from '../store-shapes.ts';
import { bytesSchema, defineRecord } from '../table/codec.ts';
import type { Attributes, Key } from '../table/port.ts';
import { feedPartition } from './record.ts';

/** A fingerprint has 48 bits: in memory twelve hexadecimal digits. */
const DIGITS = 12;
/** So many of each kind fit into a record; what is beyond is looked up at every poll. */
const MOST = 20_000;

const count = z.int().nonnegative();

/** The key of a feed's last entries. */
export const feedEntriesKey = (feedId: string): Key => ({ pk: feedPartition(feedId), sk: 'ENTRIES' });

const record = defineRecord(
  z.object({
    feedId: z.string(),
    /** How many of the fingerprints are of entries that were stored, then how many of rejected ones, then of settled ones. */
    stored: count,
    rejected: count,
    settled: count,
    /** Six bytes each. */
    fingerprints: bytesSchema,
  }),
  ({ feedId }) => feedEntriesKey(feedId),
);

/** Fingerprints of what a feed's last document held. */
export const feedEntriesRecord = {
  encode(feedId: string, entries: FeedEntries): Attributes & Key {
    const [stored, rejected, settled] = [entries.stored, entries.rejected, entries.settled].map((list) =>
      list.slice(0, MOST),
    ) as [string[], string[], string[]];
    const fingerprints = new Uint8Array(Buffer.from([...stored, ...rejected, ...settled].join(''), 'hex'));
    const counts = { stored: stored.length, rejected: rejected.length, settled: settled.length };
    return record.encode({ feedId, ...counts, fingerprints });
  },
  decode(attributes: Attributes): FeedEntries {
    const { stored, rejected, settled, fingerprints } = record.decode(attributes);
    const digits = Buffer.from(fingerprints).toString('hex');
    const list = (from: number, length: number): string[] =>
      Array.from({ length }, (_, n) => digits.slice((from + n) * DIGITS, (from + n + 1) * DIGITS));
    return {
      stored: list(0, stored),
      rejected: list(stored, rejected),
      settled: list(stored + rejected, settled),
    };
  },
};
