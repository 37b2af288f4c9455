import type { Command } from 'commander';
import { csvColumns } from '../../lambda/api/kernel/formats/columns.ts';
import type { SearchRow } from '../../lambda/api/searches/rows.ts';
import type { CommandContext } from '../command-context.ts';
import { type ListCommand, runListCommand } from '../list-command.ts';
import { withListOutput } from '../options/output-options.ts';
import { withQuery } from '../options/query-options.ts';
import { withStore } from '../options/store-options.ts';
import { shortId } from '../output/cells.ts';
import { filtersInOptions } from '../output/search-view.ts';

const SEARCHES: ListCommand<SearchRow> = {
  path: '/v1/searches',
  noun: 'searches',
  hint: '`dateline searches add NAME` saves one.',
  columns: [
    { title: 'ID', value: ({ id }) => shortId(id) },
    { title: 'NAME', value: ({ name }) => name, flexible: 1 },
    { title: 'FINDS', value: ({ filters }) => filtersInOptions(filters) || 'every statement', flexible: 3 },
    { title: 'CHANNELS', value: ({ channels }) => channels.map(({ kind }) => kind).join(', ') },
    { title: 'STATE', value: ({ paused }) => (paused ? 'paused' : 'active') },
  ],
  csv: csvColumns.search,
};

/** `dateline searches list`. */
export function addSearchesList(searches: Command, context: CommandContext): void {
  const command = searches.command('list').description('list saved searches, by name; never their secrets');
  withQuery(command, []);
  withStore(withListOutput(command)).action((options) => runListCommand(SEARCHES, options, context));
}
