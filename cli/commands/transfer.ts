import { type Command, Option } from 'commander';
import type { Table } from '../../lambda/store/table/port.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { withTable } from '../open-store.ts';
import { type StoreOptions, withStore } from '../options/store-options.ts';
import { createProgress } from '../output/progress.ts';

interface TransferOptions extends StoreOptions {
  toData?: string;
  toTable?: string;
}

/** `dateline transfer`. */
export function addTransfer(program: Command, context: CommandContext): void {
  const command = program
    .command('transfer')
    .description('copy everything into an empty store: from this machine to a deployed table, or back')
    .addOption(new Option('--to-table <name>', 'the deployed table to copy into').conflicts('toData'))
    .addOption(new Option('--to-data <folder>', 'the folder of a local store to copy into'));
  withStore(command).action((options: TransferOptions) => transfer(options, context));
}

async function transfer(options: TransferOptions, { terminal }: CommandContext): Promise<void> {
  const { toData, toTable } = options;
  if (toData === undefined && toTable === undefined) {
    throw new CommandError(
      EXIT.usage,
      'no-target',
      'where to is missing',
      'Name it with --to-table NAME or --to-data FOLDER.',
    );
  }
  const { copyTable } = await import('../../lambda/store/table/copy-table.ts');
  const target: StoreOptions = toTable === undefined ? { data: toData ?? '' } : { data: '', table: toTable };
  const progress = createProgress(terminal);
  const count = await withTable(options, terminal, { isNew: false }, (from: Table) =>
    withTable(target, terminal, { isNew: true }, (to: Table) =>
      copyTable(from, to, (records) => progress.update(`${records} records so far`)),
    ),
  );
  progress.end();
  terminal.tell(
    `${count} records copied. Stop what works on the first store before anything works on the second: both would poll.`,
  );
}
