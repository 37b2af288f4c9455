import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { withQueues } from '../../dead-letters/with-queues.ts';
import { withOpenStore } from '../../open-store.ts';
import { type StoreOptions, withStore } from '../../options/store-options.ts';

/** `dateline dlq redrive`. */
export function addDlqRedrive(dlq: Command, { terminal }: CommandContext): void {
  const command = dlq
    .command('redrive')
    .description('send again what all dead letters ask for, or one of them')
    .argument('[message]', 'the beginning of its id');
  withStore(command).action(async (text: string | undefined, options: StoreOptions) => {
    await withQueues(options, terminal, (client, queues) =>
      withOpenStore(options, terminal, async (store) => {
        const { redriveAll } = await import('../../dead-letters/redrive-all.ts');
        const { sent, dropped } = await redriveAll({ client, queues, store }, text);
        if (sent + dropped === 0) terminal.tell('There are no dead letters.');
        else terminal.tell(`${sent} sent again, ${dropped} dropped: polled since, or not waited for any more.`);
      }),
    );
  });
}
