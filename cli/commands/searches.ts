import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { addSearchesAdd } from './searches-add.ts';
import { addSearchesChange } from './searches-change.ts';
import { addSearchesList } from './searches-list.ts';
import { addSearchesLog } from './searches-log.ts';

/** `dateline searches` and the commands below it. */
export function addSearches(program: Command, context: CommandContext): void {
  const searches = program.command('searches').description('saved searches, and how they tell what they find');
  for (const add of [addSearchesAdd, addSearchesList, addSearchesChange, addSearchesLog]) add(searches, context);
}
