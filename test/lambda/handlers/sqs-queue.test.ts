import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LANES, laneOf } from '../../../lambda/handlers/pack-messages.ts';
import { messagesIn } from '../../../lambda/handlers/queue-body.ts';
import { createSqsQueue } from '../../../lambda/handlers/sqs-queue.ts';
import type { FeedMessage, Message } from '../../../lambda/model/message.ts';

interface Entry {
  Id: string;
  MessageBody: string;
  MessageGroupId: string;
  MessageDeduplicationId: string;
}

const message = (feedId: string, host = 'news.example'): FeedMessage => ({
  kind: 'feed',
  feedId,
  nextPollAt: '2026-03-01T10:00:00Z',
  host,
});

const byFeed = (one: Message, other: Message): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

// The SDK's own client speaks to a server that keeps the protocol of SQS for this one request, and refuses at will.
describe('the queue on SQS', () => {
  const batches: Entry[][] = [];
  let refuse: (entry: Entry) => boolean = () => false;
  let status = 200;
  let server: Server;
  let queue: ReturnType<typeof createSqsQueue>;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      expect(request.headers['x-amz-target']).toBe('AmazonSQS.SendMessageBatch');
      const { Entries } = JSON.parse(body) as { Entries: Entry[] };
      batches.push(Entries);
      const failed = Entries.filter(refuse);
      const accepted = Entries.filter((entry) => !failed.includes(entry));
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(
        JSON.stringify({
          Successful: accepted.map(({ Id }) => ({ Id, MessageId: `m${Id}` })),
          Failed: failed.map(({ Id }) => ({ Id, Code: 'InternalError', Message: 'try later', SenderFault: false })),
        }),
      );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const credentials = { accessKeyId: 'none', secretAccessKey: 'none' };
    const client = new SQSClient({ endpoint, region: 'eu-west-1', credentials, maxAttempts: 1, md5: false });
    queue = createSqsQueue({ client, queueUrl: `${endpoint}/000000000000/feeds.fifo` });
  });
  afterAll(() => void server.close());
  beforeEach(() => {
    batches.length = 0;
    refuse = () => false;
    status = 200;
  });

  const sent = () => batches.flat().flatMap(({ MessageBody }) => messagesIn(MessageBody));

  it('sends messages in packs, one group a lane, each with an id that only its feeds and times decide', async () => {
    const messages = Array.from({ length: 230 }, (_, number) =>
      message(`feed ${number}`, `host${number % 130}.example`),
    );
    await queue.send(messages);
    const [first, entries] = [batches.length, batches.flat()];
    expect(new Set(entries.map(({ MessageGroupId }) => MessageGroupId)).size).toBe(LANES);
    expect(entries.length).toBeLessThanOrEqual(2 * LANES);
    expect(first).toBeLessThanOrEqual(2);
    expect(sent().toSorted(byFeed)).toEqual(messages.toSorted(byFeed));
    await queue.send(messages);
    const ids = batches.flat().map(({ MessageDeduplicationId }) => MessageDeduplicationId);
    expect(ids.slice(entries.length)).toEqual(ids.slice(0, entries.length));
    expect(new Set(ids).size).toBe(entries.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{64}$/);
  });

  it('sends one message alone as itself', async () => {
    await queue.send([message('feed 0')]);
    expect(JSON.parse(batches[0]?.[0]?.MessageBody ?? '')).toEqual(message('feed 0'));
  });

  it('sends no more bytes in a request than SQS takes', async () => {
    const long = (number: number) => ({ ...message(`${number}`, `host${number}.example`), run: 'x'.repeat(60_000) });
    await queue.send(Array.from({ length: 12 }, (_, number) => long(number)));
    expect(sent()).toHaveLength(12);
    for (const batch of batches) expect(Buffer.byteLength(JSON.stringify(batch))).toBeLessThan(256 * 1024);
  });

  it('sends nothing for no message', async () => {
    await queue.send([]);
    expect(batches).toEqual([]);
  });

  it('tries every message, then names those that were refused', async () => {
    refuse = ({ MessageBody }) => MessageBody.includes('"feed 3"');
    const messages = Array.from({ length: 20 }, (_, number) => message(`feed ${number}`, `host${number % 2}.example`));
    expect(laneOf('host0.example')).not.toBe(laneOf('host1.example'));
    await expect(queue.send(messages)).rejects.toMatchObject({
      code: 'queue-refused',
      message:
        '10 of 20 messages not sent: feed 1#2026-03-01T10:00:00Z: InternalError try later; feed 3#2026-03-01T10:00:00Z: InternalError try later; feed 5#2026-03-01T10:00:00Z: InternalError try later',
    });
    expect(sent()).toHaveLength(20);
  });

  it('counts a request that fails as a whole', async () => {
    status = 500;
    await expect(queue.send([message('a'), message('b')])).rejects.toThrow(/^2 of 2 messages not sent: a#2026/);
  });
});
