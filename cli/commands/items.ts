import type { Command } from 'commander';
import type { ItemRow } from '../../lambda/api/items/rows.ts';
import { csvColumns } from '../../lambda/api/kernel/formats/columns.ts';
import type { CommandContext } from '../command-context.ts';
import { type ListCommand, runListCommand } from '../list-command.ts';
import { withListOutput } from '../options/output-options.ts';
import { withQuery } from '../options/query-options.ts';
import { withStore } from '../options/store-options.ts';
import { shortId } from '../output/cells.ts';
import { addItemsRemove } from './removals-add.ts';

const ITEMS: ListCommand<ItemRow> = {
  path: '/v1/items',
  noun: 'items',
  hint: '`dateline feeds list` shows what is subscribed, `dateline poll` asks the feeds.',
  columns: [
    { title: 'ID', value: ({ id }) => shortId(id) },
    { title: 'PUBLISHED', value: ({ sortAt }, { moment }) => moment(sortAt) },
    { title: 'OUTLET', value: ({ outlet }) => outlet, flexible: 1 },
    { title: 'TITLE', value: ({ title }) => title, flexible: 3 },
    { title: 'SAID', value: ({ statementCount }) => String(statementCount), align: 'right' },
  ],
  csv: csvColumns.item,
};

/** `dateline items`. */
export function addItems(program: Command, context: CommandContext): void {
  const command = program.command('items').description('list stored items, newest first');
  withQuery(command, ['from', 'to', 'since', 'feed', 'language', 'source', 'q', 'includeDuplicates']);
  withStore(withListOutput(command)).action((options) => runListCommand(ITEMS, options, context));
  // As in the program: options after the name of a subcommand belong to the subcommand, even if both commands define them.
  command.enablePositionalOptions();
  addItemsRemove(command, context);
}
