import { type FeedEvent, feedEventSchema } from '../../model/feed.ts';
import { toInstant } from '../../model/instant.ts';
import { shorten } from '../shorten.ts';
import { defineRecord } from '../table/codec.ts';
import { at } from '../table/key-parts.ts';
import type { Attributes } from '../table/port.ts';
import { feedPartition } from './record.ts';

const DAYS_KEPT = 30;
const MILLISECONDS_A_DAY = 86_400_000;
/** So many rejected entries of so many bytes stay below the 400 KB of a record. */
const MOST_REJECTED = 800;
const LONGEST_TEXT = 150;

/** What the sort keys of a feed's events begin with. */
export const EVENTS = 'LOG#';

const record = defineRecord(feedEventSchema, ({ feedId, at: moment }) => ({
  pk: feedPartition(feedId),
  sk: `${EVENTS}${at(moment)}`,
}));

/** A feed's event, kept for 30 days; of more than 800 rejected entries one line counts the others. */
export const feedEventRecord = {
  encode: (event: FeedEvent) =>
    record.encode(bounded(event), toInstant(Date.parse(event.at) + DAYS_KEPT * MILLISECONDS_A_DAY)),
  decode: (attributes: Attributes): FeedEvent => record.decode(attributes),
};

function bounded(event: FeedEvent): FeedEvent {
  const rejected = event.rejected.slice(0, MOST_REJECTED).map(({ entry, code, message }) => ({
    entry: shorten(entry, LONGEST_TEXT),
    code,
    message: shorten(message, LONGEST_TEXT),
  }));
  const more = event.rejected.length - rejected.length;
  if (more > 0) rejected.push({ entry: '', code: 'more-rejected', message: `${more} more entries were rejected` });
  return { ...event, rejected };
}
