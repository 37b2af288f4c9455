import type { Command } from 'commander';
import { csvColumns } from '../../lambda/api/kernel/formats/columns.ts';
import type { StatementRow } from '../../lambda/api/statements/rows.ts';
import type { CommandContext } from '../command-context.ts';
import { type ListCommand, runListCommand } from '../list-command.ts';
import { withListOutput } from '../options/output-options.ts';
import { STATEMENT_OPTIONS, withQuery } from '../options/query-options.ts';
import { withStore } from '../options/store-options.ts';
import { shortId } from '../output/cells.ts';

const STATEMENTS: ListCommand<StatementRow> = {
  path: '/v1/statements',
  noun: 'statements',
  hint: 'Fewer filters find more; `dateline items` shows what is stored.',
  columns: [
    { title: 'ID', value: ({ id }) => shortId(id) },
    { title: 'WHEN', value: ({ sortAt }, { moment }) => moment(sortAt) },
    { title: 'SPEAKER', value: ({ speaker }) => speaker?.name ?? 'unknown', flexible: 1 },
    { title: 'ROLE', value: ({ speaker }) => speaker?.role ?? '', flexible: 1 },
    { title: 'STATEMENT', value: ({ type, text }) => (type === 'direct' ? `“${text}”` : text), flexible: 3 },
  ],
  csv: csvColumns.statement,
};

/** `dateline statements`. */
export function addStatements(program: Command, context: CommandContext): void {
  const command = program.command('statements').description('list who said what, newest first');
  withQuery(command, STATEMENT_OPTIONS);
  withStore(withListOutput(command)).action((options) => runListCommand(STATEMENTS, options, context));
}
