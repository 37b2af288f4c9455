import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Command } from 'commander';
import type { Store } from '../../lambda/store/store.ts';
import type { CommandContext } from '../command-context.ts';
import { chooseLetter } from '../dead-letters/choose-letter.ts';
import { type DeadLetter, letGo, takeDeadLetters } from '../dead-letters/dead-letters.ts';
import type { Queues } from '../dead-letters/find-queues.ts';
import { redrive } from '../dead-letters/redrive.ts';
import { withQueues } from '../dead-letters/with-queues.ts';
import { withOpenStore } from '../open-store.ts';
import { type StoreOptions, withStore } from '../options/store-options.ts';

interface Tools {
  client: SQSClient;
  queues: Queues;
  store: Store;
}

/** `dateline dlq redrive`. */
export function addDlqRedrive(dlq: Command, { terminal }: CommandContext): void {
  const command = dlq
    .command('redrive')
    .description('send dead letters again: all of them, or one')
    .argument('[message]', 'the beginning of its id');
  withStore(command).action(async (text: string | undefined, options: StoreOptions) => {
    await withQueues(options, terminal, (client, queues) =>
      withOpenStore(options, terminal, async (store) => {
        const { sent, dropped } = await redriveAll({ client, queues, store }, text);
        if (sent + dropped === 0) terminal.tell('There are no dead letters.');
        else terminal.tell(`${sent} sent again, ${dropped} dropped: nobody waits for them any more.`);
      }),
    );
  });
}

/** Those of one host come in tens; each ten is done before the next is asked for. */
async function redriveAll(tools: Tools, text: string | undefined): Promise<{ sent: number; dropped: number }> {
  const dead = tools.queues['dead-letters'];
  const done = { sent: 0, dropped: 0 };
  for (;;) {
    const letters = await takeDeadLetters(tools.client, dead);
    if (letters.length === 0) return done;
    const wanted = await chosen(tools, letters, text);
    for (const letter of wanted) done[await redrive(letter, tools)] += 1;
    if (text !== undefined) return done;
  }
}

async function chosen(
  { client, queues }: Tools,
  letters: DeadLetter[],
  text: string | undefined,
): Promise<DeadLetter[]> {
  if (text === undefined) return letters;
  try {
    const letter = chooseLetter(letters, text);
    await letGo(
      client,
      queues['dead-letters'],
      letters.filter((other) => other !== letter),
    );
    return [letter];
  } catch (error) {
    await letGo(client, queues['dead-letters'], letters);
    throw error;
  }
}
