import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Store } from '../../lambda/store/store.ts';
import { chooseLetter } from './choose-letter.ts';
import { type DeadLetter, releaseLetters, takeDeadLetters } from './dead-letters.ts';
import type { Queues } from './find-queues.ts';
import { type Redriven, redrive } from './redrive.ts';

/** What redriving works with. */
export interface RedriveTools {
  client: SQSClient;
  queues: Queues;
  store: Store;
}

/** Sends what all dead letters ask for again, or the one whose id begins with the text; those of one lane come in tens, each done before the next is asked for. */
export async function redriveAll(tools: RedriveTools, text: string | undefined): Promise<Redriven> {
  const dead = tools.queues['dead-letters'];
  const done = { sent: 0, dropped: 0 };
  for (;;) {
    const letters = await takeDeadLetters(tools.client, dead);
    if (letters.length === 0) return done;
    const wanted = await chosen(tools, letters, text);
    for (const letter of wanted) {
      const { sent, dropped } = await redrive(letter, tools);
      done.sent += sent;
      done.dropped += dropped;
    }
    if (text !== undefined) return done;
  }
}

async function chosen(
  { client, queues }: RedriveTools,
  letters: DeadLetter[],
  text: string | undefined,
): Promise<DeadLetter[]> {
  if (text === undefined) return letters;
  try {
    const letter = chooseLetter(letters, text);
    await releaseLetters(
      client,
      queues['dead-letters'],
      letters.filter((other) => other !== letter),
    );
    return [letter];
  } catch (error) {
    await releaseLetters(client, queues['dead-letters'], letters);
    throw error;
  }
}
