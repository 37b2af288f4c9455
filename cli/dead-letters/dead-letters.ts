import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  type SQSClient,
  type Message as SqsMessage,
} from '@aws-sdk/client-sqs';
import { readPack } from '../../lambda/handlers/packs.ts';
import { toInstant } from '../../lambda/model/instant.ts';
import type { Message } from '../../lambda/model/message.ts';

/** Seconds for which a message that is looked at is kept from others. */
const LOOK = 60;
const BATCH = 10;

/** A message of the queue that failed for good, with the feeds and pages that it asks for. */
export interface DeadLetter {
  id: string;
  /** The group that it came in. */
  group: string;
  /** When dispatch sent it. */
  sentAt: string;
  messages: Message[];
  /** Its text, where that can't be read. */
  unread: string | null;
  handle: string;
}

/** How many there are, about. */
export async function countDeadLetters(client: SQSClient, QueueUrl: string): Promise<number> {
  const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...names] }),
  );
  return names.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
}

/** Takes what can be had at once: of one lane, ten at most, until those are let go or deleted. */
export async function takeDeadLetters(client: SQSClient, QueueUrl: string): Promise<DeadLetter[]> {
  const letters = new Map<string, DeadLetter>();
  for (;;) {
    const command = new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: BATCH,
      VisibilityTimeout: LOOK,
      WaitTimeSeconds: 1,
      MessageSystemAttributeNames: ['All'],
    });
    const { Messages = [] } = await client.send(command);
    if (Messages.length === 0) return [...letters.values()];
    for (const one of Messages.map(letterOf)) letters.set(one.id, one);
  }
}

/** Lets letters that were taken be seen again at once. */
export async function releaseLetters(client: SQSClient, QueueUrl: string, letters: DeadLetter[]): Promise<void> {
  for (let start = 0; start < letters.length; start += BATCH) {
    const Entries = letters
      .slice(start, start + BATCH)
      .map(({ handle: ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle, VisibilityTimeout: 0 }));
    await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
  }
}

/** Ends a letter that was taken. */
export async function deleteLetter(client: SQSClient, QueueUrl: string, { handle }: DeadLetter): Promise<void> {
  await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: handle }));
}

function letterOf({ MessageId = '', Body = '', ReceiptHandle = '', Attributes = {} }: SqsMessage): DeadLetter {
  return {
    ...contentOf(Body),
    id: MessageId,
    group: Attributes.MessageGroupId ?? '',
    sentAt: toInstant(Number(Attributes.SentTimestamp ?? 0)),
    handle: ReceiptHandle,
  };
}

function contentOf(body: string): Pick<DeadLetter, 'messages' | 'unread'> {
  try {
    return { messages: readPack(body), unread: null };
  } catch {
    return { messages: [], unread: body };
  }
}
