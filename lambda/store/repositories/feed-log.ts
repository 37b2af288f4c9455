import { toInstant } from '../../model/instant.ts';
import { isExpired } from '../codec.ts';
import { collect } from '../collect.ts';
import { keys } from '../keys.ts';
import { fromPieces, toPieces } from '../pieces.ts';
import { feedEntriesRecord, feedEntriesSchema } from '../records/feed-entries.ts';
import { feedEventRecord } from '../records/feed-event.ts';
import type { FeedRepository } from '../store.ts';
import { putRecord, type TableContext } from '../table.ts';
import { batchWrite } from '../table-batches.ts';
import { queryRecords } from '../table-queries.ts';

const EVENT_DAYS = 30;
const MILLISECONDS_A_DAY = 86_400_000;

/** The part of the feed repository that keeps what a feed's last documents brought. */
export function createFeedLog(
  context: TableContext,
): Pick<FeedRepository, 'entries' | 'putEntries' | 'addEvent' | 'events'> {
  return {
    async entries(id, { consistent = true } = {}) {
      const query = { index: null, partition: keys.feed(id).pk, beginsWith: 'ENTRIES#', consistent };
      const found = await collect(queryRecords(context, query));
      const pieces = found.map(feedEntriesRecord.decode);
      const first = pieces[0];
      if (!first) return { stored: [], rejected: [], settled: [] };
      const own = pieces.slice(0, first.pieces).map(({ data }) => data);
      return feedEntriesSchema.parse(await fromPieces(own, `the entries of feed ${id}`));
    },
    async putEntries(id, entries) {
      const pieces = await toPieces(feedEntriesSchema.parse(entries));
      const records = pieces.map((data, piece) =>
        feedEntriesRecord.encode({ feedId: id, piece, pieces: pieces.length, data }),
      );
      await batchWrite(context, records);
    },
    async addEvent(event) {
      const expiresAt = toInstant(Date.parse(event.at) + EVENT_DAYS * MILLISECONDS_A_DAY);
      await putRecord(context, feedEventRecord.encode(event, expiresAt));
    },
    async events(id, limit) {
      const query = { index: null, partition: keys.feed(id).pk, beginsWith: 'LOG#', descending: true, pageSize: limit };
      const events = [];
      if (limit <= 0) return [];
      for await (const record of queryRecords(context, query)) {
        if (!isExpired(record, context.clock.now())) events.push(feedEventRecord.decode(record));
        if (events.length >= limit) break;
      }
      return events;
    },
  };
}
