import type { Command } from 'commander';
import type { Message } from '../../../lambda/model/message.ts';
import type { CommandContext } from '../../command-context.ts';
import type { DeadLetter } from '../../dead-letters/dead-letters.ts';
import { withQueues } from '../../dead-letters/with-queues.ts';
import { type OutputOptions, withListOutput } from '../../options/output-options.ts';
import { type StoreOptions, withStore } from '../../options/store-options.ts';
import { createListWriter, type ListShape, type ListWriter } from '../../output/list-writer.ts';

type Row = Omit<DeadLetter, 'handle'>;

/** So many feeds of a pack are named in a table. */
const NAMED = 3;

const subjectsOf = ({ messages, unread }: Row): string[] => [
  ...messages.map((message) => (message.kind === 'feed' ? message.feedId : `page of ${message.itemId}`)),
  ...(unread === null ? [] : ['cannot be read']),
];

const hostsOf = ({ messages, group }: Row): string[] =>
  messages.length === 0 ? [group] : [...new Set(messages.map(({ host }) => host))];

/** The first ones of several, and how many there are. */
function firstOf(names: string[], most: number): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${names.length}: ${shown}, …` : shown;
}

const LETTERS: ListShape<Row> = {
  columns: [
    { title: 'MESSAGE', value: ({ id }) => id.slice(0, 8) },
    { title: 'SENT', value: ({ sentAt }, { moment }) => moment(sentAt) },
    { title: 'HOST', value: (row) => firstOf(hostsOf(row), 1) },
    { title: 'FEED', value: (row) => firstOf(subjectsOf(row), NAMED), flexible: 1 },
  ],
  csv: [],
};

/** In CSV each feed and page of a letter has a line. */
const PARTS: ListShape<Pick<Row, 'id' | 'sentAt'> & Partial<Message>> = {
  columns: [],
  csv: ['id', 'sentAt', 'host', 'kind', 'feedId', 'itemId'],
};

function partsOf({ id, sentAt, group: host, messages, unread }: Row) {
  return (unread === null ? messages : [{ host }]).map((part) => ({ ...part, id, sentAt }));
}

/** `dateline dlq list`. */
export function addDlqList(dlq: Command, { terminal }: CommandContext): void {
  const command = dlq.command('list').description('list dead letters: which feeds and pages, and since when');
  withStore(withListOutput(command)).action(async (options: StoreOptions & OutputOptions) => {
    await withQueues(options, terminal, async (client, queues) => {
      const { countDeadLetters, releaseLetters, takeDeadLetters } = await import('../../dead-letters/dead-letters.ts');
      const dead = queues['dead-letters'];
      const count = await countDeadLetters(client, dead);
      const letters = count === 0 ? [] : await takeDeadLetters(client, dead);
      await releaseLetters(client, dead, letters);
      const rows = letters.map(({ handle: _, ...row }) => row);
      if (options.csv) await writeAll(createListWriter(terminal, options, PARTS), rows.flatMap(partsOf));
      else await writeAll(createListWriter(terminal, options, LETTERS), rows);
      if (count === 0) terminal.tell('There are no dead letters.');
      else if (count > letters.length) {
        terminal.tell(`${letters.length} of about ${count} are shown: of one lane the queue shows ten at a time.`);
      } else terminal.tell('`dateline dlq redrive` sends them again; `dateline dlq show MESSAGE` shows one.');
    });
  });
}

async function writeAll<One>(writer: ListWriter<One>, rows: One[]): Promise<void> {
  await writer.rows(rows);
  await writer.end();
}
