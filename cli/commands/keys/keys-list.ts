import type { Command } from 'commander';
import type { ApiKey } from '../../../lambda/store/store-shapes.ts';
import type { CommandContext } from '../../command-context.ts';
import { withOpenStore } from '../../open-store.ts';
import { type OutputOptions, withListOutput } from '../../options/output-options.ts';
import { type StoreOptions, withStore } from '../../options/store-options.ts';
import { shortId } from '../../output/cells.ts';
import { createListWriter, type ListShape } from '../../output/list-writer.ts';

const KEYS: ListShape<ApiKey> = {
  columns: [
    { title: 'HASH', value: (key) => shortId(key.sha256) },
    { title: 'NAME', value: ({ name }) => name, flexible: 1 },
    { title: 'SCOPE', value: ({ scope }) => scope },
    { title: 'CREATED', value: ({ createdAt }, { moment }) => moment(createdAt) },
    { title: 'EXPIRES', value: ({ expiresAt }, { moment }) => moment(expiresAt) },
  ],
  csv: ['sha256', 'name', 'scope', 'createdAt', 'expiresAt'],
};

/** `dateline keys list`. */
export function addKeysList(keys: Command, context: CommandContext): void {
  const command = keys.command('list').description('list keys, by name; never the keys themselves');
  withStore(withListOutput(command)).action(async (options: StoreOptions & OutputOptions) => {
    const { terminal } = context;
    await withOpenStore(options, terminal, async (store) => {
      const all = await store.keys.list();
      const writer = createListWriter(terminal, options, KEYS);
      await writer.rows(all);
      await writer.end();
      if (all.length === 0) terminal.tell('There are no keys. `dateline keys create NAME` makes one.');
    });
  });
}
