import type { FeedEvent } from '../model/feed.ts';
import { sortableInstant } from '../model/instant.ts';
import { briefEventsRecord, eventsFromBrief } from './records/brief-events.ts';
import { feedEventRecord } from './records/feed-event.ts';
import type { Attributes } from './table/port.ts';

/**
 * The events of a feed, newest first: those that `waiting` has, and those of the rows, which come newest first; a row of several stands at its last one.
 * What stands twice, where a run died between two writes or told more of it later, comes as its own row has it, else as it waits.
 */
export async function* mergeEvents(
  feedId: string,
  waiting: readonly FeedEvent[],
  rows: AsyncIterable<Attributes>,
): AsyncGenerator<FeedEvent> {
  const open = new Map(waiting.map((event) => [sortableInstant(event.at), event]));
  for await (const row of rows) {
    const [, at = '', isBrief] = String(row.sk).split('#');
    yield* takeAfter(open, at);
    if (isBrief === undefined) open.set(at, feedEventRecord.decode(row));
    else {
      for (const event of eventsFromBrief(feedId, briefEventsRecord.decode(row).events)) {
        if (!open.has(sortableInstant(event.at))) open.set(sortableInstant(event.at), event);
      }
    }
  }
  yield* takeAfter(open, '');
}

/** Takes those events that are later. */
function* takeAfter(open: Map<string, FeedEvent>, moment: string): Generator<FeedEvent> {
  const later = [...open.keys()].filter((at) => at > moment).toSorted();
  for (const at of later.toReversed()) {
    yield open.get(at) as FeedEvent;
    open.delete(at);
  }
}
