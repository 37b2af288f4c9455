import type { Command } from 'commander';
import type { CorrectionRow } from '../../../lambda/api/corrections/rows.ts';
import { csvColumns } from '../../../lambda/api/kernel/formats/columns.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ListCommand, runListCommand } from '../../list-command.ts';
import { withListOutput } from '../../options/output-options.ts';
import { withQuery } from '../../options/query-options.ts';
import { withStore } from '../../options/store-options.ts';
import { shortId } from '../../output/cells.ts';
import { correctionInWords } from '../../output/correction-words.ts';

const CORRECTIONS: ListCommand<CorrectionRow> = {
  path: '/v1/corrections',
  noun: 'corrections',
  hint: '`dateline corrections add STATEMENT` makes one; `dateline statements` shows ids.',
  columns: [
    { title: 'STATEMENT', value: ({ statementId }) => shortId(statementId) },
    { title: 'WHEN', value: ({ at }, { moment }) => moment(at) },
    { title: 'STATE', value: ({ state }) => state },
    { title: 'WHAT', value: correctionInWords, flexible: 1 },
    { title: 'THE RULES HAD FOUND', value: ({ machine }) => machine.text, flexible: 1 },
    { title: 'BY', value: ({ by }) => by },
  ],
  csv: csvColumns.correction,
};

/** `dateline corrections list`. */
export function addCorrectionsList(corrections: Command, context: CommandContext): void {
  const command = corrections
    .command('list')
    .description('list corrections, the latest first; those whose article or statement is gone are orphaned');
  withQuery(command, []);
  withStore(withListOutput(command)).action((options) => runListCommand(CORRECTIONS, options, context));
}
