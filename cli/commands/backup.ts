import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { terminalLog } from '../open-store.ts';
import { dataOption } from '../options/store-options.ts';

/** `dateline backup`. */
export function addBackup(program: Command, { terminal }: CommandContext): void {
  program
    .command('backup')
    .description('copy the local store, as it is now, into one file, beside everything that works on it')
    .argument('<file>', 'the copy; must not be there yet')
    .addOption(dataOption())
    .action(async (file: string, { data }: { data: string }) => {
      const { backUp } = await import('../../local/sqlite/backup.ts');
      const { records, bytes } = backUp({ folder: data, file, log: await terminalLog(terminal) });
      terminal.tell(`${records} records copied to ${file}, ${(bytes / 1e6).toFixed(1)} MB.`);
    });
}
