import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupBy } from '../../../lambda/common/group-by.ts';
import { LARGEST_BYTES, laneOf, packMessages, readPack } from '../../../lambda/handlers/packs.ts';
import type { Feed } from '../../../lambda/model/feed.ts';
import { deduplicationId, type Message } from '../../../lambda/model/message.ts';
import { PACKING } from '../../../lambda/model/names.ts';
import { feedMessageOf } from '../../support/sqs-records.ts';

const feedOf = (id: string, title: string): Feed => ({
  ...{ id, title, url: 'https://news.example/feed', siteUrl: null, folder: null, tags: [], fullText: 'auto' },
  ...{ paused: false, createdAt: '2026-01-01T00:00:00Z' },
});

/** Messages of few hosts, some of which few fit, in letters of one to three bytes. */
const messages: fc.Arbitrary<Message[]> = fc
  .array(
    fc.record({
      host: fc.integer({ min: 0, max: 30 }),
      letter: fc.constantFrom('a', 'é', '\u4e16', '"', '\uffff'),
      length: fc.oneof({ weight: 9, arbitrary: fc.nat(300) }, fc.nat(35_000)),
      isPage: fc.boolean(),
    }),
    { maxLength: 150 },
  )
  .map((made) =>
    made.map(({ host, letter, length, isPage }, n): Message => {
      const own = { host: `host-${host}.example`, last: n % 3 === 0, run: 'run-1' };
      if (isPage) return { kind: 'page', itemId: `item ${n}`, nextTryAt: '2026-03-01T10:00:00Z', ...own };
      return feedMessageOf(`feed ${n}`, own.host, { ...own, feed: feedOf(`feed ${n}`, letter.repeat(length)) });
    }),
  );

const bytes = (text: string): number => Buffer.byteLength(text);
const idsBy = (sent: Message[], host: string) => sent.filter((one) => one.host === host).map(deduplicationId);

describe('packs', () => {
  it('carry every message once, those of a host in one lane and in their order, none larger than SQS takes', () => {
    fc.assert(
      fc.property(messages, (sent) => {
        const packs = packMessages(sent);
        const arrived = packs.flatMap(({ body }) => readPack(body));
        expect(arrived.map(deduplicationId).toSorted()).toEqual(sent.map(deduplicationId).toSorted());
        expect(packs.flatMap((pack) => pack.messages.map(deduplicationId))).toEqual(arrived.map(deduplicationId));
        for (const { body, messages: packed, lane } of packs) {
          expect(bytes(body)).toBeLessThanOrEqual(LARGEST_BYTES);
          expect(body).not.toMatch(/[\ufffe\uffff]/);
          expect(packed.length).toBeLessThanOrEqual(PACKING.messages);
          for (const { host } of packed) expect(lane).toBe(laneOf(host));
        }
        for (const host of new Set(sent.map((one) => one.host))) {
          expect(idsBy(arrived, host)).toEqual(idsBy(sent, host));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keep what they say, to the letter', () => {
    fc.assert(
      fc.property(messages, (sent) => {
        const found = new Map(
          packMessages(sent).flatMap(({ body }) => readPack(body).map((m) => [deduplicationId(m), m])),
        );
        for (const message of sent) expect(found.get(deduplicationId(message))).toEqual(message);
      }),
      { numRuns: 20 },
    );
  });

  it('hold as many as fit, and one where one is asked for', () => {
    const count = 2 * PACKING.messages + 10;
    const sent = Array.from({ length: count }, (_, n) => feedMessageOf(`feed ${n}`, 'large.example'));
    const lengths = packMessages(sent).map((pack) => pack.messages.length);
    expect(lengths).toEqual([PACKING.messages, PACKING.messages, 10]);
    expect(packMessages(sent.slice(0, 3), 1).map(({ body }) => JSON.parse(body))).toEqual(
      sent.slice(0, 3).map((message) => ({ messages: [message] })),
    );
  });

  it.each(['', 'no JSON', 'null', '{"messages":[]}', '{"messages":[{"kind":"later"}]}', '{"kind":"pack"}'])(
    'are not what %j is',
    (body) => {
      expect(() => readPack(body)).toThrow();
    },
  );

  it('leave a feed behind that is too large to travel', () => {
    const large = feedMessageOf('large', 'news.example', { feed: feedOf('large', 'x'.repeat(LARGEST_BYTES)) });
    const [pack, ...others] = packMessages([large, feedMessageOf('small')]);
    expect(others).toEqual([]);
    expect(readPack(pack?.body ?? '')).toEqual([feedMessageOf('large'), feedMessageOf('small')]);
  });

  it('use every lane, and give each host always the same', () => {
    const hosts = Array.from({ length: 1000 }, (_, n) => `host-${n}.example`);
    const lanes = groupBy(hosts, laneOf);
    expect(lanes.size).toBe(PACKING.lanes);
    for (const ofLane of lanes.values()) expect(ofLane.length).toBeGreaterThan(50);
    // Another lane for a host would have two workers ask it while an upgrade is under way.
    expect(['news.example', 'zürich.example', 'bbc.co.uk'].map(laneOf)).toEqual(['lane-3', 'lane-2', 'lane-4']);
  });
});
