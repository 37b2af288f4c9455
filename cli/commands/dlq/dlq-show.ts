import type { Command } from 'commander';
import { safeJson } from '../../../lambda/common/control-characters.ts';
import type { CommandContext } from '../../command-context.ts';
import { chooseLetter } from '../../dead-letters/choose-letter.ts';
import { withQueues } from '../../dead-letters/with-queues.ts';
import { type StoreOptions, withStore } from '../../options/store-options.ts';

/** `dateline dlq show`. */
export function addDlqShow(dlq: Command, { terminal }: CommandContext): void {
  const command = dlq
    .command('show')
    .description('show one dead letter whole, with all its feeds and pages, as JSON')
    .argument('<message>', 'the beginning of its id');
  withStore(command).action(async (text: string, options: StoreOptions) => {
    await withQueues(options, terminal, async (client, queues) => {
      const { releaseLetters, takeDeadLetters } = await import('../../dead-letters/dead-letters.ts');
      const dead = queues['dead-letters'];
      const letters = await takeDeadLetters(client, dead);
      await releaseLetters(client, dead, letters);
      const { handle: _, ...letter } = chooseLetter(letters, text);
      await terminal.print(safeJson(letter, 2));
      for (const run of new Set(letter.messages.flatMap((message) => message.run ?? []))) {
        terminal.tell(`The logs of the functions have more under run = ${JSON.stringify(run)}.`);
      }
    });
  });
}
