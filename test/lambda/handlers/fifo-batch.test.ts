import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { handleFifoBatch } from '../../../lambda/handlers/fifo-batch.ts';
import type { Log } from '../../../lambda/model/ports.ts';

const body = (feedId: string): string =>
  JSON.stringify({ kind: 'feed', feedId, nextPollAt: '2026-03-01T10:00:00Z', host: 'news.example' });

const record = (feedId: string, group: string, more: { body?: string; received?: string } = {}): SQSRecord => ({
  messageId: `id of ${feedId}`,
  receiptHandle: '',
  body: more.body ?? body(feedId),
  attributes: {
    MessageGroupId: group,
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

const run = async (records: SQSRecord[], failing: string[] = []) => {
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
    log,
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

  it('goes on behind a message that failed, in its group and in others, and gives back that one alone', async () => {
    const records = [record('a', 'x'), record('b', 'y'), record('c', 'x'), record('d', 'y'), record('e', 'x')];
    const { handled, failures, errors } = await run(records, ['c', 'b']);
    expect(handled.map(([feed]) => feed).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(failures).toEqual(['id of b', 'id of c']);
    expect(errors).toEqual([
      expect.objectContaining({ group: 'y', error: { code: 'internal', message: 'b is broken' } }),
      expect.objectContaining({ group: 'x', error: { code: 'internal', message: 'c is broken' } }),
    ]);
  });

  it('is handled one at a time within a group, all groups side by side', async () => {
    const records = Array.from({ length: 10 }, (_, n) => record(`${n}`, `host ${n % 7}`));
    const [busy, seen] = [new Set<string>(), { most: 0, doubled: false }];
    const log: Log = { info() {}, warn() {}, error() {} };
    await handleFifoBatch(
      { Records: records },
      async (message) => {
        const group = `host ${Number('feedId' in message && message.feedId) % 7}`;
        seen.doubled ||= busy.has(group);
        busy.add(group);
        seen.most = Math.max(seen.most, busy.size);
        await new Promise(setImmediate);
        busy.delete(group);
      },
      log,
    );
    expect(seen).toEqual({ most: 7, doubled: false });
  });

  it.each(['', 'no JSON', '{"kind":"page"}', 'null'])('gives back a message that says %j', async (text) => {
    const { handled, failures } = await run([record('a', 'x', { body: text }), record('b', 'y')]);
    expect(handled.map(([feed]) => feed)).toEqual(['b']);
    expect(failures).toEqual(['id of a']);
  });
});
