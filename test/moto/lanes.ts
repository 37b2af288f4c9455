import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';

/** After so many receives a message is dead. */
export const RECEIVES = 4;

/** A FIFO queue with its dead letters, as the stack makes them, and what Lambda does with it. */
export interface Lanes {
  client: SQSClient;
  queueUrl: string;
  deadLettersUrl: string;
  /** Takes the next message of any lane that is free. */
  receive(): Promise<Message | undefined>;
  end(message: Message): Promise<void>;
  /** Lets the message's visibility timeout run out, as of a worker that has died. */
  expire(message: Message): Promise<void>;
  send(body: string, lane: string): Promise<void>;
  dead(): Promise<Message | undefined>;
}

/** Makes the queues at this address. */
export async function createLanes(endpoint: string): Promise<Lanes> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SQSClient({ endpoint, region: 'us-east-1', credentials });
  const create = async (name: string, attributes: Record<string, string>): Promise<string> => {
    const Attributes = { FifoQueue: 'true', ...attributes };
    const { QueueUrl = '' } = await client.send(new CreateQueueCommand({ QueueName: `${name}.fifo`, Attributes }));
    return QueueUrl;
  };
  const deadLettersUrl = await create('dead-letters', {});
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: deadLettersUrl, AttributeNames: ['QueueArn'] }),
  );
  const RedrivePolicy = JSON.stringify({
    deadLetterTargetArn: Attributes?.QueueArn,
    maxReceiveCount: String(RECEIVES),
  });
  const queueUrl = await create('work', { VisibilityTimeout: '330', RedrivePolicy });
  const take = async (QueueUrl: string): Promise<Message | undefined> => {
    const asked = { QueueUrl, MaxNumberOfMessages: 1, MessageSystemAttributeNames: ['All' as const] };
    return (await client.send(new ReceiveMessageCommand(asked))).Messages?.[0];
  };
  return {
    client,
    queueUrl,
    deadLettersUrl,
    receive: () => take(queueUrl),
    async end({ ReceiptHandle }) {
      await client.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
    },
    async expire({ ReceiptHandle }) {
      const hidden = { QueueUrl: queueUrl, ReceiptHandle, VisibilityTimeout: 0 };
      await client.send(new ChangeMessageVisibilityCommand(hidden));
    },
    async send(MessageBody, MessageGroupId) {
      const sent = { QueueUrl: queueUrl, MessageBody, MessageGroupId, MessageDeduplicationId: MessageBody };
      await client.send(new SendMessageCommand(sent));
    },
    dead: () => take(deadLettersUrl),
  };
}

/** The message as Lambda gives it to a function. */
export function eventOf({ MessageId = '', ReceiptHandle = '', Body = '', Attributes = {} }: Message): SQSEvent {
  const attributes = {
    ApproximateReceiveCount: Attributes.ApproximateReceiveCount ?? '',
    SentTimestamp: Attributes.SentTimestamp ?? '',
    SenderId: Attributes.SenderId ?? '',
    ApproximateFirstReceiveTimestamp: Attributes.ApproximateFirstReceiveTimestamp ?? '',
    MessageGroupId: Attributes.MessageGroupId ?? '',
  };
  const rest = { messageAttributes: {}, md5OfBody: '', eventSource: 'aws:sqs', eventSourceARN: '', awsRegion: '' };
  return { Records: [{ messageId: MessageId, receiptHandle: ReceiptHandle, body: Body, attributes, ...rest }] };
}

/** The lane of the message. */
export const laneOf = ({ Attributes }: Message): string => Attributes?.MessageGroupId ?? '';
