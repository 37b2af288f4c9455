import * as z from 'zod';
import { type FeedEvent, feedStatusSchema } from '../../model/feed.ts';
import { sortableInstant, toInstant } from '../../model/instant.ts';
import { defineRecord } from '../table/codec.ts';
import { keys } from '../table/keys.ts';

const count = z.int().nonnegative();

/** Of each event, in order: milliseconds since the one before (since 1970), new and changed items, and the status where it is not `ok`. */
export const briefEventsSchema = z.array(
  z.union([z.tuple([count, count, count]), z.tuple([count, count, count, feedStatusSchema])]),
);

/** Several events of a feed in one row, at the last of them: of polls that brought something, and nothing else to tell. */
export const briefEventsRecord = defineRecord(
  z.object({ feedId: z.string(), at: z.string(), events: briefEventsSchema }),
  ({ feedId, at }) => keys.briefEvents(feedId, at),
  { plain: [], implied: ({ pk, sk }) => ({ feedId: pk.slice('FEED#'.length), at: sk.split('#')[1] }) },
);

/** Whether an event says no more than what is kept of it in the brief form. */
export function isBrief({ status, previousStatus, rejected, error, movedTo }: FeedEvent): boolean {
  return previousStatus === status && rejected.length === 0 && error === null && movedTo === undefined;
}

/** These events, which are brief, in the order of time. */
export function briefEvents(events: readonly FeedEvent[]): z.infer<typeof briefEventsSchema> {
  let last = 0;
  return events.toSorted(inOrder).map(({ at, newItems, changedItems, status }) => {
    const since = Date.parse(at) - last;
    last += since;
    return status === 'ok' ? [since, newItems, changedItems] : [since, newItems, changedItems, status];
  });
}

/** The events as they were. */
export function eventsFromBrief(feedId: string, brief: z.infer<typeof briefEventsSchema>): FeedEvent[] {
  let last = 0;
  return brief.map(([since, newItems, changedItems, status = 'ok']) => {
    last += since;
    const at = toInstant(last);
    return { feedId, at, status, previousStatus: status, newItems, changedItems, rejected: [], error: null };
  });
}

function inOrder(one: FeedEvent, other: FeedEvent): number {
  return sortableInstant(one.at) < sortableInstant(other.at) ? -1 : 1;
}
