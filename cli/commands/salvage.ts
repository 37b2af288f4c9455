import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { EXIT } from '../exit-codes.ts';
import { dataOption } from '../options/store-options.ts';
import { plain } from '../output/plain.ts';

const MOST_NAMED = 20;

/** `dateline salvage`. */
export function addSalvage(program: Command, context: CommandContext): void {
  const { terminal } = context;
  program
    .command('salvage')
    .description(
      'copy all that can be read of a damaged local store into a new file; exits with 5 where something is lost',
    )
    .argument('<file>', 'the new file; must not be there yet')
    .addOption(dataOption())
    .action(async (file: string, { data }: { data: string }) => {
      const { salvage } = await import('../../local/sqlite/salvage.ts');
      const { records, lost } = salvage({ folder: data, file });
      for (const key of lost.slice(0, MOST_NAMED)) terminal.tell(plain(`lost: ${key}`));
      if (lost.length > MOST_NAMED) terminal.tell(`and ${lost.length - MOST_NAMED} more`);
      terminal.tell(`${records} records copied to ${file}; ${lost.length} that are known of could not be read.`);
      if (lost.length > 0) context.exitCode = EXIT.partlyFailed;
    });
}
