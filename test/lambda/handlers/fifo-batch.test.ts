import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { HOSTS_AT_ONCE, handleFifoBatch } from '../../../lambda/handlers/fifo-batch.ts';
import { bodyOf } from '../../../lambda/handlers/queue-body.ts';
import type { Message } from '../../../lambda/model/message.ts';
import type { Log } from '../../../lambda/model/ports.ts';

const feed = (feedId: string, host: string): Message => ({
  kind: 'feed',
  feedId,
  nextPollAt: '2026-03-01T10:00:00Z',
  host,
});

/** A pack of feeds of a host, by their names with a space between. */
const record = (feedIds: string, host: string, more: { body?: string; received?: string } = {}): SQSRecord => ({
  messageId: `id of ${feedIds}`,
  receiptHandle: '',
  body: more.body ?? bodyOf(feedIds.split(' ').map((feedId) => feed(feedId, host))),
  attributes: {
    MessageGroupId: `lane of ${host}`,
    ApproximateReceiveCount: more.received ?? '1',
    SentTimestamp: '0',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: '',
  awsRegion: '',
});

const run = async (records: SQSRecord[], failing: string[] = [], limit = 1_000) => {
  const handled: [feed: string, receiveCount: number][] = [];
  const errors: unknown[] = [];
  const log: Log = { info() {}, warn() {}, error: (_message, fields) => void errors.push(fields) };
  const { batchItemFailures } = await handleFifoBatch(
    { Records: records },
    async (message, receiveCount) => {
      const feedId = message.kind === 'feed' ? message.feedId : message.itemId;
      handled.push([feedId, receiveCount]);
      if (failing.includes(feedId)) throw new Error(`${feedId} is broken`);
    },
    { log, isOver: () => handled.length >= limit },
  );
  return { handled, errors, failures: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
};

describe('a batch of a FIFO queue', () => {
  it('is handled in order, with how often each message was received', async () => {
    const { handled, failures } = await run([record('a', 'x'), record('b', 'y', { received: '2' }), record('c', 'x')]);
    expect(handled.filter(([feed]) => feed !== 'b')).toEqual([
      ['a', 1],
      ['c', 1],
    ]);
    expect(handled).toContainEqual(['b', 2]);
    expect(failures).toEqual([]);
  });

  it('goes on behind a message that failed, of its host and of others, and gives back the records that have one', async () => {
    const records = [record('a f', 'x'), record('b', 'y'), record('c g', 'x'), record('d', 'y'), record('e', 'x')];
    const { handled, failures, errors } = await run(records, ['c', 'b']);
    expect(handled.map(([id]) => id).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(failures).toEqual(['id of b', 'id of c g']);
    expect(errors).toEqual([
      expect.objectContaining({
        group: 'lane of y',
        message: feed('b', 'y'),
        error: { code: 'internal', message: 'b is broken' },
      }),
      expect.objectContaining({
        group: 'lane of x',
        message: feed('c', 'x'),
        error: { code: 'internal', message: 'c is broken' },
      }),
    ]);
  });

  /** How many are in work at most, by host and altogether. */
  async function busiest(records: SQSRecord[]) {
    const busy = new Map<string, number>();
    const order: string[] = [];
    const seen = { most: 0, ofHost: 0, order };
    const log: Log = { info() {}, warn() {}, error() {} };
    await handleFifoBatch(
      { Records: records },
      async (message) => {
        const { host } = message;
        busy.set(host, (busy.get(host) ?? 0) + 1);
        seen.ofHost = Math.max(seen.ofHost, busy.get(host) ?? 0);
        seen.most = Math.max(
          seen.most,
          [...busy.values()].reduce((sum, one) => sum + one, 0),
        );
        order.push('feedId' in message ? message.feedId : '');
        await new Promise(setImmediate);
        busy.set(host, (busy.get(host) ?? 0) - 1);
      },
      { log, isOver: () => false },
    );
    return seen;
  }

  it('is handled one at a time for a host, also in two records, and forty hosts side by side', async () => {
    const pack = (n: number, received = '1') =>
      record(`${n}`, 'unused', {
        received,
        body: bodyOf(Array.from({ length: 25 }, (_, m) => feed(`${n}-${m}`, `host ${(n * 25 + m) % 60}`))),
      });
    const records = Array.from({ length: 4 }, (_, n) => pack(n));
    expect(await busiest(records)).toMatchObject({ most: HOSTS_AT_ONCE, ofHost: 1 });
  });

  it('begins nothing more when its time is over, and gives nothing of that back', async () => {
    const { handled, failures } = await run([record('a b c', 'x'), record('d', 'y')], [], 2);
    expect(handled).toHaveLength(2);
    expect(failures).toEqual([]);
  });

  it('handles what comes for the second time first, and each message of it alone', async () => {
    const again = { received: '2' };
    const records = [record('a b', 'x'), record('c d', 'y', again), record('e', 'z', again)];
    const alone = await busiest(records.slice(1));
    expect(alone).toMatchObject({ most: 1, order: ['c', 'd', 'e'] });
    expect((await busiest(records)).order).toEqual(['c', 'd', 'e', 'a', 'b']);
  });

  it.each(['', 'no JSON', '{"kind":"page"}', 'null'])('gives back a message that says %j', async (text) => {
    const { handled, failures } = await run([record('a', 'x', { body: text }), record('b', 'y')]);
    expect(handled.map(([feed]) => feed)).toEqual(['b']);
    expect(failures).toEqual(['id of a']);
  });
});
