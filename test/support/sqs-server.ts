import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type SendMessageBatchRequestEntry, SQSClient } from '@aws-sdk/client-sqs';
import { QUEUE_TAGS } from '../../lambda/model/names.ts';

/** A message that such a server keeps. */
export interface KeptMessage {
  MessageId: string;
  Body: string;
  group: string;
  deduplicationId: string;
  isTaken: boolean;
}

/** What is asked of the server, as far as it reads it. */
interface Asked {
  QueueUrl: string;
  Entries: (SendMessageBatchRequestEntry & { ReceiptHandle: string; VisibilityTimeout: number })[];
  MessageBody: string;
  MessageGroupId: string;
  MessageDeduplicationId: string;
  ReceiptHandle: string;
}

/** A server on this machine that keeps the protocol of SQS for two queues of a table: messages are taken, let go and deleted, in their order. */
export interface SqsServer {
  endpoint: string;
  client: SQSClient;
  queues: { work: string; 'dead-letters': string };
  /** What stands in each. */
  kept: { work: KeptMessage[]; 'dead-letters': KeptMessage[] };
  /** The requests that send batches. */
  batches: SendMessageBatchRequestEntry[][];
  /** Refuses an entry of a batch. */
  refuse: (entry: SendMessageBatchRequestEntry) => boolean;
  /** Answers this to every request, where it is none of success. */
  status: number;
  put(queue: keyof SqsServer['kept'], body: string, group?: string): void;
  close(): void;
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** Starts the server on a port of its own; the tags of its queues name the table. */
export async function startSqsServer(table = 'table-1'): Promise<SqsServer> {
  let number = 0;
  const keep = (queue: KeptMessage[], Body: string, group: string, deduplicationId: string): string => {
    const MessageId = `${String(++number).padStart(4, '0')}-message`;
    queue.push({ MessageId, Body, group, deduplicationId, isTaken: false });
    return MessageId;
  };
  const kindOf = (url: string): keyof SqsServer['kept'] => (url.endsWith('work.fifo') ? 'work' : 'dead-letters');
  const actions: Record<string, (asked: Asked, queue: KeptMessage[]) => object> = {
    ListQueues: () => ({ QueueUrls: Object.values(server.queues) }),
    ListQueueTags: ({ QueueUrl }) => ({ Tags: { [QUEUE_TAGS.table]: table, [QUEUE_TAGS.kind]: kindOf(QueueUrl) } }),
    GetQueueAttributes: (_asked, queue) => ({
      Attributes: { ApproximateNumberOfMessages: `${queue.length}`, ApproximateNumberOfMessagesNotVisible: '0' },
    }),
    ReceiveMessage: (_asked, queue) => ({
      Messages: queue
        .filter(({ isTaken }) => !isTaken)
        .slice(0, 10)
        .map((message) => {
          message.isTaken = true;
          const { MessageId, Body, group } = message;
          const Attributes = { MessageGroupId: group, SentTimestamp: '1800000000000' };
          return { MessageId, Body, Attributes, ReceiptHandle: MessageId, MD5OfBody: md5(Body) };
        }),
    }),
    ChangeMessageVisibilityBatch: ({ Entries }, queue) => {
      const handles = new Set(Entries.map(({ ReceiptHandle }) => ReceiptHandle));
      for (const message of queue) if (handles.has(message.MessageId)) message.isTaken = false;
      return { Successful: Entries.map(({ Id }) => ({ Id })), Failed: [] };
    },
    DeleteMessage: ({ ReceiptHandle }, queue) => {
      const at = queue.findIndex(({ MessageId }) => MessageId === ReceiptHandle);
      if (at >= 0) queue.splice(at, 1);
      return {};
    },
    SendMessage: ({ MessageBody, MessageGroupId, MessageDeduplicationId }, queue) => ({
      MessageId: keep(queue, MessageBody, MessageGroupId, MessageDeduplicationId),
      MD5OfMessageBody: md5(MessageBody),
    }),
    SendMessageBatch: ({ Entries }, queue) => {
      server.batches.push(Entries);
      const Failed = Entries.filter((entry) => server.refuse(entry));
      const Successful = Entries.filter((entry) => !Failed.includes(entry)).map((entry) => {
        const { Id, MessageBody = '', MessageGroupId = '', MessageDeduplicationId = '' } = entry;
        return {
          Id,
          MessageId: keep(queue, MessageBody, MessageGroupId, MessageDeduplicationId),
          MD5OfMessageBody: md5(MessageBody),
        };
      });
      return {
        Successful,
        Failed: Failed.map(({ Id }) => ({ Id, Code: 'InternalError', Message: 'try later', SenderFault: false })),
      };
    },
  };

  const http = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const asked = JSON.parse(body) as Asked;
    const action = actions[String(request.headers['x-amz-target']).replace('AmazonSQS.', '')];
    response.writeHead(action ? server.status : 400, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify(action?.(asked, server.kept[kindOf(asked.QueueUrl ?? '')]) ?? {}));
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  const endpoint = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'none', secretAccessKey: 'none' };
  const urlOf = (name: string): string => `${endpoint}/000000000000/${name}.fifo`;
  const server: SqsServer = {
    endpoint,
    client: new SQSClient({ endpoint, region: 'eu-west-1', credentials, maxAttempts: 1 }),
    queues: { work: urlOf('work'), 'dead-letters': urlOf('dead') },
    kept: { work: [], 'dead-letters': [] },
    batches: [],
    refuse: () => false,
    status: 200,
    put: (queue, body, group = 'lane-0') => void keep(server.kept[queue], body, group, body),
    close() {
      server.client.destroy();
      http.close();
    },
  };
  return server;
}
