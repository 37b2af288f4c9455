import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { addCorrectionsAdd } from './corrections-add.ts';
import { addCorrectionsList } from './corrections-list.ts';
import { addCorrectionsRemove } from './corrections-remove.ts';

/** `dateline corrections` and the commands below it. */
export function addCorrections(program: Command, context: CommandContext): void {
  const corrections = program
    .command('corrections')
    .description('say who really said something, which words it were, or that it is no statement');
  for (const add of [addCorrectionsAdd, addCorrectionsList, addCorrectionsRemove]) add(corrections, context);
}
