import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { sha256 } from '../../lambda/common/hash.ts';
import { createSqsQueue } from '../../lambda/handlers/sqs-queue.ts';
import { isAfter } from '../../lambda/model/instant.ts';
import type { Message } from '../../lambda/model/message.ts';
import { feedMessage } from '../../lambda/pipeline/feed-message.ts';
import { pageMessage } from '../../lambda/pipeline/page-message.ts';
import type { Store } from '../../lambda/store/store.ts';
import { type DeadLetter, deleteLetter } from './dead-letters.ts';
import type { Queues } from './find-queues.ts';

/** What became of the feeds and pages of a letter: `dropped` are those that have been polled since, or are not waited for any more. */
export interface Redriven {
  sent: number;
  dropped: number;
}

/**
 * Sends what a letter asks for to the work queue again, each feed and page by itself so that one which fails takes no other with it, then ends the letter. They
 * were put off in the meantime, and a message for another time than the feed's would be dropped: so they are made anew. What cannot be read goes as it is.
 */
export async function redrive(
  letter: DeadLetter,
  { client, queues, store }: { client: SQSClient; queues: Queues; store: Store },
): Promise<Redriven> {
  const { work: queueUrl, 'dead-letters': dead } = queues;
  if (letter.unread !== null) {
    const MessageDeduplicationId = sha256(letter.id, letter.handle);
    const group = { MessageGroupId: sha256(letter.group), MessageDeduplicationId };
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: letter.unread, ...group }));
  }
  const made = await Promise.all(letter.messages.map((message) => rebuiltMessage(message, store)));
  const run = `redrive-${letter.id}`;
  const messages = made.flatMap((message) => (message === null ? [] : [{ ...message, run }]));
  await createSqsQueue({ client, queueUrl, most: 1 }).send(messages);
  await deleteLetter(client, dead, letter);
  return { sent: (letter.unread === null ? 0 : 1) + messages.length, dropped: made.length - messages.length };
}

async function rebuiltMessage(message: Message, store: Store): Promise<Message | null> {
  if (message.kind === 'page') {
    const item = (await store.items.summaries([message.itemId])).get(message.itemId);
    return item ? pageMessage(item) : null;
  }
  const [feed, state] = await Promise.all([store.feeds.get(message.feedId), store.feeds.state(message.feedId)]);
  if (!feed || feed.paused || !state || state.nextPollAt === null) return null;
  const isPolled = state.lastPollAt !== null && !isAfter(message.nextPollAt, state.lastPollAt);
  return isPolled ? null : feedMessage(feed, state.nextPollAt);
}
