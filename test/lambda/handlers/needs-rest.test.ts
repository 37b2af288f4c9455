import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { expect, it } from 'vitest';
import { needsRest } from '../../../lambda/handlers/needs-rest.ts';

const NOW = Date.parse('2026-03-01T10:00:05Z');
const feed = { kind: 'feed', feedId: 'a', nextPollAt: '2026-03-01T10:00:00Z', host: 'news.example' };

const eventOf = (...messages: { body: string; age?: number }[]): SQSEvent => ({
  Records: messages.map(
    ({ body, age = 2_000 }) => ({ body, attributes: { SentTimestamp: String(NOW - age) } }) as SQSRecord,
  ),
});
const alone = JSON.stringify({ ...feed, alone: true });

it.each([
  ['messages that are alone and fresh', eventOf({ body: alone }, { body: alone }), false],
  ['one among them that is not alone', eventOf({ body: alone }, { body: JSON.stringify(feed) }), true],
  ['one that says it is not', eventOf({ body: JSON.stringify({ ...feed, alone: false }) }), true],
  ['one that has waited until the next run of dispatch', eventOf({ body: alone }, { body: alone, age: 10_000 }), true],
  ['what is no message', eventOf({ body: alone }, { body: '{' }), true],
  ['a message of another kind', eventOf({ body: JSON.stringify({ alone: true }) }), true],
])('of %s: %#', (_, event, expected) => {
  expect(needsRest(event, NOW)).toBe(expected);
});
