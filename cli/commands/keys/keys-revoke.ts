import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { CommandError } from '../../command-error.ts';
import { EXIT } from '../../exit-codes.ts';
import { withOpenStore } from '../../open-store.ts';
import { type StoreOptions, withStore } from '../../options/store-options.ts';

/** `dateline keys revoke`. */
export function addKeysRevoke(keys: Command, context: CommandContext): void {
  const command = keys
    .command('revoke')
    .description('end a key; servers may take it for a minute more')
    .argument('<key>', 'its name, or the beginning of its hash');
  withStore(command).action(async (text: string, options: StoreOptions) => {
    const { terminal } = context;
    await withOpenStore(options, terminal, async (store) => {
      const all = await store.keys.list();
      const named = all.filter(({ name }) => name === text);
      const found = named.length > 0 ? named : all.filter((key) => key.sha256.startsWith(text));
      const [key] = found;
      const hint = '`dateline keys list` shows all.';
      if (!key) throw new CommandError(EXIT.notFound, 'unknown-key', `no key is ${JSON.stringify(text)}`, hint);
      if (found.length > 1) {
        throw new CommandError(EXIT.usage, 'ambiguous', `${found.length} keys fit ${JSON.stringify(text)}`, hint);
      }
      await store.keys.revoke(key.sha256);
      terminal.tell(`Revoked ${key.name}.`);
    });
  });
}
