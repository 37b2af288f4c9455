import { type Command, Option } from 'commander';
import type { DateRow } from '../../lambda/api/dates/rows.ts';
import { csvColumns } from '../../lambda/api/kernel/formats/columns.ts';
import type { CommandContext } from '../command-context.ts';
import { type ListCommand, runListCommand } from '../list-command.ts';
import { withListOutput } from '../options/output-options.ts';
import { withQuery } from '../options/query-options.ts';
import { withStore } from '../options/store-options.ts';
import { shortId } from '../output/cells.ts';

const DATES: ListCommand<DateRow> = {
  path: '/v1/dates',
  noun: 'coming dates',
  hint: '--from 2026-01-01 shows those that are over, too.',
  days: true,
  columns: [
    { title: 'DATE', value: ({ value }) => value },
    { title: 'ROLE', value: ({ role }) => role },
    { title: 'IN THE TEXT', value: ({ text }) => text, flexible: 3 },
    { title: 'OUTLET', value: ({ outlet }) => outlet, flexible: 1 },
    { title: 'TITLE', value: ({ title }) => title, flexible: 3 },
    { title: 'ITEM', value: ({ itemId }) => shortId(itemId) },
  ],
  csv: csvColumns.date,
};

/** `dateline dates`. */
export function addDates(program: Command, context: CommandContext): void {
  const command = program
    .command('dates')
    .description('list days ahead that articles speak of, from today on unless --from says otherwise');
  withQuery(command, ['from', 'to', 'feed', 'q', 'includeDuplicates']);
  command.addOption(
    new Option('--role <role>', 'what the date is for').choices([
      'reported',
      'scheduled',
      'since',
      'deadline',
      'range',
    ]),
  );
  withStore(withListOutput(command)).action((options) => runListCommand(DATES, options, context));
}
