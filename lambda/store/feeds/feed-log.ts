import { collect } from '../collect.ts';
import type { FeedRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { decodeEach, isExpired } from '../table/codec.ts';
import { feedEntriesKey, feedEntriesRecord } from './entries-record.ts';
import { EVENTS, feedEventRecord } from './event-record.ts';
import { feedPartition } from './record.ts';

/** The part of the feed repository that keeps what a feed's last documents brought. */
export function createFeedLog(
  context: StoreContext,
): Pick<FeedRepository, 'entries' | 'putEntries' | 'addEvent' | 'events'> {
  const { table, clock } = context;
  return {
    async entries(id, options) {
      const found = await table.get(feedEntriesKey(id), options);
      return found ? feedEntriesRecord.decode(found) : { stored: [], rejected: [], settled: [] };
    },
    async putEntries(id, entries) {
      await table.put(feedEntriesRecord.encode(id, entries));
    },
    async addEvent(event) {
      await table.put(feedEventRecord.encode(event));
    },
    async events(id, limit) {
      const query = { index: null, partition: feedPartition(id), beginsWith: EVENTS, reverse: true, pageSize: limit };
      const found = await collect(table.query(query), limit);
      const alive = found.filter((record) => !isExpired(record, clock.now()));
      return decodeEach(context, alive, feedEventRecord.decode);
    },
  };
}
