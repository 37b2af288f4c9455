import type { FeedEvent } from '../../model/feed.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import { mergeEvents } from '../merge-events.ts';
import { fromPieces, toPieces } from '../pieces.ts';
import { briefEvents, briefEventsRecord } from '../records/brief-events.ts';
import { feedEntriesRecord, packEntries, unpackEntries } from '../records/feed-entries.ts';
import { feedEventRecord } from '../records/feed-event.ts';
import type { FeedRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import type { FeedEntries } from '../store-shapes.ts';
import { keys } from '../table/keys.ts';

const EVENT_DAYS = 30;
const MILLISECONDS_A_DAY = 86_400_000;
/** So many events that wait with the entries become one row of the log. */
export const EVENTS_A_ROW = 33;
const UNIT_BYTES = 1024;
/** Keys, names and numbers beside the data. */
const OTHER_BYTES = 40;

const expiryOf = (at: Instant): Instant => toInstant(Date.parse(at) + EVENT_DAYS * MILLISECONDS_A_DAY);
const pack = (entries: FeedEntries) => toPieces(packEntries(entries));
const unitsOf = (id: string, pieces: Uint8Array[]): number =>
  pieces.reduce((sum, { length }) => sum + Math.ceil((length + OTHER_BYTES + id.length) / UNIT_BYTES), 0);

/** The part of the feed repository that keeps what a feed's last documents brought. */
export function createFeedLog(
  context: StoreContext,
): Pick<FeedRepository, 'entries' | 'putEntries' | 'addEvent' | 'events'> {
  const isThere = ({ at }: FeedEvent): boolean => Date.parse(expiryOf(at)) > context.clock.now();

  const entries: FeedRepository['entries'] = async (id, { consistent = true } = {}) => {
    const query = { index: null, partition: keys.feed(id).pk, beginsWith: 'ENTRIES#', consistent };
    const found = await collect(context.table.query(query));
    const pieces = found.map(feedEntriesRecord.decode);
    const first = pieces[0];
    if (!first) return { stored: [], rejected: [], settled: [] };
    const own = pieces.slice(0, first.pieces).map(({ data }) => data);
    const { events = [], ...marks } = unpackEntries(id, await fromPieces(own, `the entries of feed ${id}`));
    const waiting = events.filter(isThere);
    return waiting.length > 0 ? { ...marks, events: waiting } : marks;
  };

  /** Whether the events have become too many, or would cost a write unit with every write of the entries. */
  const isFull = async (id: string, whole: FeedEntries, pieces: Uint8Array[]): Promise<boolean> => {
    const { events = [], ...marks } = whole;
    if (events.length === 0 || events.length >= EVENTS_A_ROW) return events.length > 0;
    const units = unitsOf(id, pieces);
    return units > 1 && units > unitsOf(id, await pack(marks));
  };

  return {
    entries,
    async putEntries(id, whole) {
      const { events = [], ...marks } = whole;
      let pieces = await pack(whole);
      if (await isFull(id, whole, pieces)) {
        // First the row: what stands in both for a moment comes once.
        const at = events.reduce(
          (last, event) => (Date.parse(event.at) > Date.parse(last) ? event.at : last),
          toInstant(0),
        );
        await context.table.put(
          briefEventsRecord.encode({ feedId: id, at, events: briefEvents(events) }, expiryOf(at)),
        );
        pieces = await pack(marks);
      }
      const records = pieces.map((data, piece) =>
        feedEntriesRecord.encode({ feedId: id, piece, pieces: pieces.length, data }),
      );
      await context.table.batchWrite(records);
    },
    async addEvent(event) {
      await context.table.put(feedEventRecord.encode(event, expiryOf(event.at)));
    },
    async events(id, limit, waiting) {
      if (limit <= 0) return [];
      const partition = keys.feed(id).pk;
      const query = { index: null, partition, beginsWith: 'LOG#', reverse: true, pageSize: limit + 1 };
      const known = waiting ?? (await entries(id)).events ?? [];
      const found: FeedEvent[] = [];
      for await (const event of mergeEvents(id, known, context.table.query(query))) {
        if (!isThere(event)) continue;
        found.push(event);
        if (found.length >= limit) break;
      }
      return found;
    },
  };
}
