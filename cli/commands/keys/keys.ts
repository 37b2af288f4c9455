import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { addKeysCreate } from './keys-create.ts';
import { addKeysList } from './keys-list.ts';
import { addKeysRevoke } from './keys-revoke.ts';

/** `dateline keys` and the commands below it. */
export function addKeys(program: Command, context: CommandContext): void {
  const keys = program.command('keys').description('keys of the HTTP API of a deployed table');
  for (const add of [addKeysCreate, addKeysList, addKeysRevoke]) add(keys, context);
}
