import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSqsQueue } from '../../../lambda/handlers/sqs-queue.ts';
import { type FeedMessage, messageSchema } from '../../../lambda/model/message.ts';

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

  it('sends ten messages a request, grouped by host, each with an id that only its feed and time decide', async () => {
    const messages = Array.from({ length: 23 }, (_, number) => message(`feed ${number}`, `host${number % 3}.example`));
    await queue.send(messages);
    await queue.send([message('feed 0', 'host0.example')]);
    expect(batches.map(({ length }) => length)).toEqual([10, 10, 3, 1]);
    const entries = batches.flat();
    expect(entries.slice(0, 23).map(({ MessageBody }) => messageSchema.parse(JSON.parse(MessageBody)))).toEqual(
      messages,
    );
    expect(entries.map(({ MessageGroupId }) => MessageGroupId).slice(0, 4)).toEqual([
      'host0.example',
      'host1.example',
      'host2.example',
      'host0.example',
    ]);
    const ids = entries.map(({ MessageDeduplicationId }) => MessageDeduplicationId);
    expect(new Set(ids).size).toBe(23);
    expect(ids[23]).toBe(ids[0]);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{64}$/);
  });

  it('sends nothing for no message', async () => {
    await queue.send([]);
    expect(batches).toEqual([]);
  });

  it('takes a group from any host', async () => {
    await queue.send([message('a', `${'long.'.repeat(40)}example`), message('b', 'zürich.example')]);
    for (const { MessageGroupId } of batches.flat()) expect(MessageGroupId).toMatch(/^[0-9a-f]{64}$/);
  });

  it('tries every message, then names those that were refused', async () => {
    refuse = ({ MessageBody }) => MessageBody.includes('"feed 3"') || MessageBody.includes('"feed 15"');
    const sending = queue.send(Array.from({ length: 20 }, (_, number) => message(`feed ${number}`)));
    await expect(sending).rejects.toMatchObject({
      code: 'queue-refused',
      message:
        '2 of 20 messages not sent: feed 3#2026-03-01T10:00:00Z: InternalError try later; feed 15#2026-03-01T10:00:00Z: InternalError try later',
    });
    expect(batches).toHaveLength(2);
  });

  it('counts a request that fails as a whole', async () => {
    status = 500;
    await expect(queue.send([message('a'), message('b')])).rejects.toThrow(/^2 of 2 messages not sent: a#2026/);
  });
});
