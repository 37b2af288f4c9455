import type { Command } from 'commander';
import { csvColumns } from '../../../lambda/api/kernel/formats/columns.ts';
import type { SpeakerRow } from '../../../lambda/api/speakers/rows.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ListCommand, runListCommand } from '../../list-command.ts';
import { withListOutput } from '../../options/output-options.ts';
import { withQuery } from '../../options/query-options.ts';
import { withStore } from '../../options/store-options.ts';
import { day } from '../../output/cells.ts';
import { addSpeakersErase } from '../removals-add.ts';
import { addSpeakersMerge, addSpeakersSplit } from './speakers-merge.ts';
import { addSpeakersVariants } from './speakers-variants.ts';

const SPEAKERS: ListCommand<SpeakerRow> = {
  path: '/v1/speakers',
  noun: 'speakers',
  hint: 'They are counted after each round of polls, and hourly; --q NAME finds others too.',
  days: true,
  columns: [
    { title: 'ID', value: ({ id }) => id, flexible: 1 },
    { title: 'NAME', value: ({ name }) => name, flexible: 1 },
    { title: 'ROLE', value: ({ roles }) => roles[0]?.text ?? '', flexible: 1 },
    {
      title: 'SAID',
      value: ({ statementsInRange, statementCount }) => String(statementsInRange ?? statementCount),
      align: 'right',
    },
    { title: 'LAST SEEN', value: ({ lastSeenAt }) => day(lastSeenAt) },
  ],
  csv: csvColumns.speaker,
};

/** `dateline speakers` and the commands below it. */
export function addSpeakers(program: Command, context: CommandContext): void {
  const command = program
    .command('speakers')
    .description('list speakers: those with these words in their name (--q), else who spoke most in the last 30 days');
  withQuery(command, ['from', 'to', 'since', 'q']);
  withStore(withListOutput(command)).action((options) => runListCommand(SPEAKERS, options, context));
  // As in the program: options behind the name of a command below belong to that one, though both know them.
  command.enablePositionalOptions();
  for (const add of [addSpeakersMerge, addSpeakersSplit, addSpeakersVariants, addSpeakersErase]) add(command, context);
}
