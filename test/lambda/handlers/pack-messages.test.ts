import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupBy } from '../../../lambda/common/group-by.ts';
import { LANES, laneOf, MOST_BYTES, MOST_MESSAGES, packMessages } from '../../../lambda/handlers/pack-messages.ts';
import { bodyOf, messagesIn } from '../../../lambda/handlers/queue-body.ts';
import type { Message } from '../../../lambda/model/message.ts';

const message = (n: number, host: string, length = 0): Message => ({
  kind: 'feed',
  feedId: `feed-${n}`,
  nextPollAt: '2026-03-01T10:00:00Z',
  host,
  run: 'x'.repeat(length),
});

describe('messages in packs', () => {
  it('come each once, in the order of their host, a host in one lane, within the limits of a pack', () => {
    const any = fc.tuple(
      fc.nat({ max: 60 }),
      fc.oneof({ weight: 5, arbitrary: fc.nat({ max: 900 }) }, fc.nat({ max: 40_000 })),
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 200 }), (all) => {
        const messages = all.map(([host, length], n) => message(n, `host${host}.example`, length));
        const packs = packMessages(messages);
        const found = packs.flatMap((pack) => messagesIn(bodyOf(pack.messages)));
        const hosts = groupBy(messages, ({ host }) => host);
        expect(groupBy(found, ({ host }) => host).size).toBe(hosts.size);
        for (const [host, own] of groupBy(found, (one) => one.host)) expect(own).toEqual(hosts.get(host));
        for (const { lane, messages: own } of packs) {
          expect(new Set(own.map(({ host }) => laneOf(host)))).toEqual(new Set([lane]));
          expect(own.length).toBeLessThanOrEqual(MOST_MESSAGES);
          if (own.length > 1) expect(Buffer.byteLength(bodyOf(own))).toBeLessThanOrEqual(MOST_BYTES + 100);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keep a host together where it fits, and use all lanes alike', () => {
    const messages = Array.from({ length: 600 }, (_, n) => message(n, `host${n % 200}.example`));
    const packs = packMessages(messages);
    const parted = packs.flatMap(({ messages: own }) => [...new Set(own.map(({ host }) => host))]);
    expect(parted).toHaveLength(200);
    const sizes = [...groupBy(packs, ({ lane }) => lane).values()].map(
      (own) => own.flatMap((pack) => pack.messages).length,
    );
    expect(sizes).toHaveLength(LANES);
    for (const size of sizes) expect(size).toBeGreaterThan(20);
  });

  it.each([
    '',
    'no JSON',
    '{}',
    '{"kind":"pack","messages":[]}',
    '{"kind":"pack","messages":[{"kind":"feed"}]}',
    'null',
  ])('are not in %j', (body) => {
    expect(() => messagesIn(body)).toThrow();
  });

  it('are found in what an earlier version has sent', () => {
    const one = message(1, 'news.example');
    expect(messagesIn(JSON.stringify(one))).toEqual([one]);
  });
});
