import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { addDlqList } from './dlq-list.ts';
import { addDlqRedrive } from './dlq-redrive.ts';
import { addDlqShow } from './dlq-show.ts';

/** `dateline dlq` and the commands below it. */
export function addDlq(program: Command, context: CommandContext): void {
  const dlq = program.command('dlq').description('messages that failed for good, of a deployed table');
  for (const add of [addDlqList, addDlqShow, addDlqRedrive]) add(dlq, context);
}
