import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LARGEST_BYTES, laneOf, readPack } from '../../../lambda/handlers/packs.ts';
import { createSqsQueue } from '../../../lambda/handlers/sqs-queue.ts';
import type { Feed } from '../../../lambda/model/feed.ts';
import { deduplicationId, type Message } from '../../../lambda/model/message.ts';
import { PACKING } from '../../../lambda/model/names.ts';
import { feedMessageOf } from '../../support/sqs-records.ts';
import { type SqsServer, startSqsServer } from '../../support/sqs-server.ts';

const many = (count: number, host = (n: number) => `host-${n}.example`): Message[] =>
  Array.from({ length: count }, (_, n) => feedMessageOf(`feed ${n}`, host(n)));

// The SDK's own client speaks to a server that keeps the protocol of SQS, and refuses at will.
describe('the queue on SQS', () => {
  let server: SqsServer;
  let send: (messages: Message[]) => Promise<void>;

  beforeAll(async () => {
    server = await startSqsServer();
    send = createSqsQueue({ client: server.client, queueUrl: server.queues.work }).send;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.batches.length = 0;
    server.kept.work.length = 0;
    server.refuse = () => false;
    server.status = 200;
  });

  it('sends what is due of many hosts in one request, a pack for each lane, which is the group', async () => {
    const messages = many(120);
    await send(messages);
    const [batch = [], ...others] = server.batches;
    expect(others).toEqual([]);
    expect(batch.map(({ MessageGroupId }) => MessageGroupId).toSorted()).toEqual(
      Array.from({ length: PACKING.lanes }, (_, n) => `lane-${n}`),
    );
    const arrived = batch.flatMap(({ MessageBody = '', MessageGroupId }) =>
      readPack(MessageBody).map((message) => {
        expect(MessageGroupId).toBe(laneOf(message.host));
        return message;
      }),
    );
    const byId = (one: Message, other: Message) => deduplicationId(one).localeCompare(deduplicationId(other));
    expect(arrived.toSorted(byId)).toEqual(messages.toSorted(byId));
  });

  it('gives a pack an id that only its feeds and their times decide', async () => {
    await send(many(30));
    await send(many(30).map((message) => ({ ...message, run: 'another' })));
    await send(many(31));
    const [first = [], again = [], more = []] = server.batches.map((batch) =>
      batch.map(({ MessageDeduplicationId = '' }) => MessageDeduplicationId),
    );
    for (const id of first) expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(first).size).toBe(first.length);
    expect(again).toEqual(first);
    expect(more.filter((id) => !first.includes(id))).toHaveLength(1);
  });

  it('sends ten packs a request, and fewer where these would be too large', async () => {
    await send(many(12 * PACKING.messages, () => 'large.example'));
    expect(server.batches.map(({ length }) => length)).toEqual([10, 2]);
    server.batches.length = 0;
    const feed: Feed = {
      ...{ id: 'feed', title: 'x'.repeat(3_000), url: 'https://news.example/', siteUrl: null, folder: null, tags: [] },
      ...{ fullText: 'auto', paused: false, createdAt: '2026-01-01T00:00:00Z' },
    };
    await send(many(1000).map((message) => ({ ...message, feed })));
    expect(server.batches.flat().flatMap(({ MessageBody = '' }) => readPack(MessageBody))).toHaveLength(1000);
    for (const batch of server.batches) {
      const bytes = batch.reduce((sum, { MessageBody = '' }) => sum + Buffer.byteLength(MessageBody), 0);
      expect(bytes).toBeLessThanOrEqual(LARGEST_BYTES);
      expect(bytes).toBeGreaterThan(batch === server.batches.at(-1) ? 0 : LARGEST_BYTES / 2);
    }
  });

  it('sends nothing for no message, and a single message as a pack of one', async () => {
    await send([]);
    expect(server.batches).toEqual([]);
    await send(many(1));
    expect(server.kept.work.map(({ Body }) => JSON.parse(Body))).toEqual([{ messages: many(1) }]);
  });

  it('tries every pack, then names the messages of those that were refused', async () => {
    server.refuse = ({ MessageBody }) => /"feed (3|260)"/.test(MessageBody ?? '');
    const sending = send(many(270, (n) => (n === 3 ? 'small.example' : 'large.example')));
    // The last pack of the large host has 69 messages, the other host's one.
    await expect(sending).rejects.toMatchObject({
      code: 'queue-refused',
      message: expect.stringMatching(
        /^70 of 270 messages not sent: feed \d+#2026-03-01T10:00:00Z: InternalError try later; feed \d+#/,
      ),
    });
    expect(server.kept.work.flatMap(({ Body }) => readPack(Body))).toHaveLength(200);
  });

  it('counts a request that fails as a whole', async () => {
    server.status = 500;
    await expect(send(many(2))).rejects.toThrow(/^2 of 2 messages not sent: feed \d#2026/);
  });
});
