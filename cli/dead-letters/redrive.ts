import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { sha256 } from '../../lambda/common/hash.ts';
import { createSqsQueue } from '../../lambda/handlers/sqs-queue.ts';
import type { Message } from '../../lambda/model/message.ts';
import { feedMessage } from '../../lambda/pipeline/feed-message.ts';
import { pageMessage } from '../../lambda/pipeline/page-message.ts';
import type { Store } from '../../lambda/store/store.ts';
import { type DeadLetter, deleteLetter } from './dead-letters.ts';
import type { Queues } from './find-queues.ts';

/** What became of the messages of a letter: `dropped` those whose feed or page is not waited for any more. */
export interface Redriven {
  sent: number;
  dropped: number;
}

/**
 * Sends what a letter asks for to the work queue again, each feed and page alone, then ends the letter. A feed was put off in the meantime, and a message for
 * another time than the feed's would be dropped: so they are made anew. A letter that cannot be read goes as it is.
 */
export async function redrive(
  letter: DeadLetter,
  { client, queues, store }: { client: SQSClient; queues: Queues; store: Store },
): Promise<Redriven> {
  const { work: queueUrl, 'dead-letters': dead } = queues;
  if (letter.messages.length === 0) {
    const once = sha256(`${letter.id}#${letter.handle}`);
    const group = { MessageGroupId: sha256(letter.host), MessageDeduplicationId: once };
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: letter.body, ...group }));
    await deleteLetter(client, dead, letter);
    return { sent: 1, dropped: 0 };
  }
  const queue = createSqsQueue({ client, queueUrl });
  const run = `redrive-${letter.id}`;
  let sent = 0;
  for (const message of letter.messages) {
    const anew = await madeAnew(message, store);
    if (anew === null) continue;
    // Alone, so that whatever fails again is not among others.
    await queue.send([{ ...anew, run }]);
    sent += 1;
  }
  await deleteLetter(client, dead, letter);
  return { sent, dropped: letter.messages.length - sent };
}

async function madeAnew(message: Message, store: Store): Promise<Message | null> {
  if (message.kind === 'page') {
    const item = (await store.items.summaries([message.itemId])).get(message.itemId);
    return item ? pageMessage(item) : null;
  }
  const [feed, state] = await Promise.all([store.feeds.get(message.feedId), store.feeds.state(message.feedId)]);
  if (!feed || feed.paused || !state || state.nextPollAt === null) return null;
  return feedMessage(feed, state.nextPollAt);
}
