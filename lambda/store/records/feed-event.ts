import { type FeedEvent, feedEventSchema } from '../../model/feed.ts';
import { shorten } from '../shorten.ts';
import { defineRecord } from '../table/codec.ts';
import { keys } from '../table/keys.ts';
import type { Attributes } from '../table/port.ts';

/** So many rejected entries of so many bytes stay below the 400 KB of a record. */
const MOST_REJECTED = 800;
const LONGEST_TEXT = 150;

const record = defineRecord(feedEventSchema, ({ feedId, at }) => keys.feedEvent(feedId, at));

/** A feed's event; what is beyond the first 800 rejected entries is one line that counts them. */
export const feedEventRecord = {
  encode: (event: FeedEvent, expiresAt: string) => record.encode(lean(event), expiresAt),
  decode: (attributes: Attributes): FeedEvent => record.decode(attributes),
};

function lean(event: FeedEvent): FeedEvent {
  const rejected = event.rejected.slice(0, MOST_REJECTED).map(({ entry, code, message }) => ({
    entry: shorten(entry, LONGEST_TEXT),
    code,
    message: shorten(message, LONGEST_TEXT),
  }));
  const more = event.rejected.length - rejected.length;
  if (more > 0) rejected.push({ entry: '', code: 'more-rejected', message: `${more} more entries were rejected` });
  return { ...event, rejected };
}
