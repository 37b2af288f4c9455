import type { Command } from 'commander';
import type { Message } from '../../lambda/model/message.ts';
import type { CommandContext } from '../command-context.ts';
import type { DeadLetter } from '../dead-letters/dead-letters.ts';
import { withQueues } from '../dead-letters/with-queues.ts';
import { type OutputOptions, withListOutput } from '../options/output-options.ts';
import { type StoreOptions, withStore } from '../options/store-options.ts';
import { createListWriter, type ListShape } from '../output/list-writer.ts';

type Row = Omit<DeadLetter, 'handle'>;

const SHOWN = 2;

const nameOf = (message: Message): string => (message.kind === 'feed' ? message.feedId : `page of ${message.itemId}`);

function subjectsOf({ messages }: Row): string {
  if (messages.length === 0) return 'cannot be read';
  const more = messages.length - SHOWN;
  return [...messages.slice(0, SHOWN).map(nameOf), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

const LETTERS: ListShape<Row> = {
  columns: [
    { title: 'MESSAGE', value: ({ id }) => id.slice(0, 8) },
    { title: 'SENT', value: ({ sentAt }, { moment }) => moment(sentAt) },
    { title: 'HOST', value: ({ host }) => host },
    { title: 'FEEDS', value: subjectsOf, flexible: 1 },
  ],
  csv: ['id', 'sentAt', 'host', 'messages'],
};

/** `dateline dlq list`. */
export function addDlqList(dlq: Command, { terminal }: CommandContext): void {
  const command = dlq.command('list').description('list dead letters: which feeds and pages, and since when');
  withStore(withListOutput(command)).action(async (options: StoreOptions & OutputOptions) => {
    await withQueues(options, terminal, async (client, queues) => {
      const { countDeadLetters, letGo, takeDeadLetters } = await import('../dead-letters/dead-letters.ts');
      const dead = queues['dead-letters'];
      const count = await countDeadLetters(client, dead);
      const letters = count === 0 ? [] : await takeDeadLetters(client, dead);
      await letGo(client, dead, letters);
      const writer = createListWriter(terminal, options, LETTERS);
      await writer.rows(letters.map(({ handle: _, ...row }) => row));
      await writer.end();
      if (count === 0) terminal.tell('There are no dead letters.');
      else if (count > letters.length) {
        terminal.tell(`${letters.length} of about ${count} are shown: of one host the queue shows ten at a time.`);
      } else terminal.tell('`dateline dlq redrive` sends them again; `dateline dlq show MESSAGE` shows one.');
    });
  });
}
