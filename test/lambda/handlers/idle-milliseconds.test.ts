import type { SQSEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { idleMilliseconds } from '../../../lambda/handlers/idle-milliseconds.ts';

const SENT = 1_800_000_000_000;
const feed = { kind: 'feed', feedId: 'feed-1', nextPollAt: '2026-11-25T10:00:00Z', host: 'news.example' };

/** Each body is a pack: of one message, of several, or a text as it is. */
function eventOf(...packs: { body: string | object | object[]; sent?: number }[]): SQSEvent {
  const records = packs.map(({ body, sent = SENT }) => ({
    body: typeof body === 'string' ? body : JSON.stringify({ messages: [body].flat() }),
    attributes: { SentTimestamp: String(sent) },
  }));
  return { Records: records } as unknown as SQSEvent;
}

const last = { ...feed, last: true };
const lastElsewhere = { ...last, host: 'other.example' };
const pack = (...messages: object[]) => messages;
test.each<[string, SQSEvent, number]>([
  ['the only one of its host, just sent', eventOf({ body: last }), 9_000],
  ['one that others of its host follow', eventOf({ body: feed }), 0],
  ['all of a host, the last one behind', eventOf({ body: feed }, { body: lastElsewhere }, { body: last }), 9_000],
  ['several, of which one is followed by others', eventOf({ body: lastElsewhere }, { body: feed }), 0],
  ['several of which one has waited', eventOf({ body: last }, { body: lastElsewhere, sent: SENT - 6_000 }), 3_000],
  ['one that has waited longer than to the next run, or comes again', eventOf({ body: last, sent: SENT - 60_000 }), 0],
  ['a pack of the last ones', eventOf({ body: pack(feed, lastElsewhere, last) }), 9_000],
  ['a pack of which one is followed by others', eventOf({ body: pack(lastElsewhere, feed) }), 0],
  ['a pack whose last one stands in the next', eventOf({ body: pack(lastElsewhere, feed) }, { body: last }), 9_000],
  ['a pack with what is no message', eventOf({ body: pack(last, { last: true }) }), 0],
  ['what is no pack', eventOf({ body: '{"last":true' }, { body: last }), 0],
  ['another message than any', eventOf({ body: { last: true } }), 0],
  ['nothing', eventOf(), 0],
])('%s', (_name, event, expected) => {
  expect(idleMilliseconds(event, SENT + 1_000)).toBe(expected);
});
